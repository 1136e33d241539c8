using System.Text.Json;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>One step of the engine: an operation (create, same, update, delete, …) on a resource.</summary>
public sealed record PulumiStep(string Operation, string Urn)
{
    public string Type => Urn.Split("::")[2].Split('$')[^1];

    public string Name => Urn.Split("::", 4)[3];

    /// <summary>As assertions compare and print it: <c>update aws:ec2/launchTemplate:LaunchTemplate web</c>.</summary>
    public override string ToString() => $"{Operation} {Type} {Name}";

    internal static PulumiStep? Read(JsonElement happened)
    {
        if (!happened.TryGetProperty("resourcePreEvent", out var step)) return null;
        var metadata = step.GetProperty("metadata");
        return new PulumiStep(metadata.GetProperty("op").GetString()!, metadata.GetProperty("urn").GetString()!);
    }
}
