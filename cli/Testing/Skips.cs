namespace Dockerland.Cli.Testing;

/// <summary>Whether a test may be skipped for what the machine lacks.</summary>
internal static class Skips
{
    /// <summary>Set to true where all that tests need is there, the engine with plugins that reach no cloud included: then a skipped test is a fault.</summary>
    public const string RequireEngine = "DOCKERLAND_REQUIRE_ENGINE";

    /// <summary>Said of a run or test that is failed for it.</summary>
    public const string NotAllowed = $"{RequireEngine}=true allows no skipping";

    // Not CI=true: any hosted CI sets it, and few have the stand-in plugins.
    public static bool Allowed(Func<string, string?> variable) => variable(RequireEngine) != "true";
}
