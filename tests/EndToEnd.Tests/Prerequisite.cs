using Dockerland.Cli.Testing;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd;

/// <summary>
/// What a test needs of the machine. Where it is missing the test is skipped and says why; where no skip is allowed it fails instead.
/// </summary>
internal static class Prerequisite
{
    // Official plugins would plan against a real account: only the stand-ins answer on their own.
    private static readonly string[] EnginePrograms = ["pulumi", "pulumi-language-dotnet", "pulumi-resource-aws", "pulumi-resource-docker", "pulumi-standin"];

    /// <summary>Whether <see cref="Engine"/> is met; for fixtures, whose tests then say why not.</summary>
    public static bool HasEngine => Missing(EnginePrograms) is null;

    /// <summary>The Pulumi CLI, its .NET host, and provider plugins that reach no cloud.</summary>
    public static void Engine() => Programs(EnginePrograms);

    public static void Programs(params string[] names) => Require(Environment.GetEnvironmentVariable, names);

    internal static void Require(Func<string, string?> variable, params string[] names)
    {
        if (Missing(names) is not { } reason) return;
        if (!Skips.Allowed(variable)) Assert.Fail($"{reason}, and {Skips.NotAllowed}.");
        Skip.If(true, $"{reason}.");
    }

    /// <summary>Whether <see cref="Programs"/> is met.</summary>
    public static bool HasPrograms(params string[] names) => Missing(names) is null;

    private static string? Missing(string[] names)
    {
        var missing = names.Where(name => Tool.Find(name) is null).ToArray();
        return missing is [] ? null : $"Not on PATH: {string.Join(", ", missing)}";
    }
}
