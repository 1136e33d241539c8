using System.Text.Json;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>A message of the engine, of a provider or of the program, with the resource it is about.</summary>
public sealed record PulumiDiagnostic(string Severity, string Urn, string Message)
{
    internal static PulumiDiagnostic? Read(JsonElement happened)
    {
        if (!happened.TryGetProperty("diagnosticEvent", out var diagnostic)) return null;
        return new PulumiDiagnostic(Text(diagnostic, "severity"), Text(diagnostic, "urn"), Text(diagnostic, "message"));
    }

    private static string Text(JsonElement diagnostic, string name) =>
        diagnostic.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
