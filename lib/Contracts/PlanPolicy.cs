namespace Dockerland.Contracts;

/// <summary>Which changes a plan may make.</summary>
public enum PlanPolicy
{
    /// <summary><c>sync</c>: all.</summary>
    Sync,

    /// <summary><c>upsert-only</c>: records come and change, and none goes.</summary>
    UpsertOnly,

    /// <summary><c>create-only</c>: records come, and none changes or goes.</summary>
    CreateOnly,
}
