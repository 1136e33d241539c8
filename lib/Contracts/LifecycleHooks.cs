namespace Dockerland.Contracts;

/// <summary>What a group calls the points at which its hosts wait for the updater.</summary>
public static class LifecycleHooks
{
    /// <summary>A host runs and isn't in service yet.</summary>
    public const string Launch = "launch";

    /// <summary>A host is out of service and still runs.</summary>
    public const string Terminate = "terminate";
}
