namespace Dockerland.Cli.Testing;

/// <summary>What a test machine may lack without a fault of ours. In CI every other skipped test fails the run.</summary>
internal static class AllowedSkips
{
    private static readonly string[] Reasons = [];

    public static bool Excuses(string reason) => Reasons.Any(allowed => reason.StartsWith(allowed, StringComparison.Ordinal));
}
