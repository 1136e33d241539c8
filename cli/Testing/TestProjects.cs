namespace Dockerland.Cli.Testing;

/// <summary>The test projects, the quick ones first.</summary>
internal static class TestProjects
{
    private static readonly string[] Quick = ["Sdks.Tests", "Stack.Tests", "Updater.Tests", "Images.Tests"];
    private static readonly string[] Slow = ["EndToEnd.Tests"];

    public static IReadOnlyList<string> Select(bool quick) => quick ? Quick : [.. Quick, .. Slow];
}
