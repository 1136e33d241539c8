namespace Dockerland.Contracts;

/// <summary>The updater's metrics in CloudWatch.</summary>
public static class UpdaterMetrics
{
    public const string Namespace = "Dockerland/DnsUpdater";

    /// <summary>The dimension that all have: the stack, as groups have it in <see cref="TagKeys.Stack"/>.</summary>
    public const string Stack = "Stack";

    /// <summary>The dimension that <see cref="Skipped"/> has besides.</summary>
    public const string Reason = "Reason";

    /// <summary>Records that came, changed or went.</summary>
    public const string Changes = "Changes";

    /// <summary>1 for a pass that found nothing to do.</summary>
    public const string NoOpRuns = "NoOpRuns";

    /// <summary>Instances and records that were left out, by reason.</summary>
    public const string Skipped = "Skipped";

    /// <summary>Changes that weren't made, and what couldn't be understood.</summary>
    public const string Problems = "Problems";

    /// <summary>Records that no host is there to answer for, whatever became of them.</summary>
    public const string RecordsWithoutHosts = "RecordsWithoutHosts";

    /// <summary>Since when the oldest difference is known that no pass could mend; seconds, 0 when there is none.</summary>
    public const string OldestDifference = "OldestDifferenceSeconds";

    /// <summary>From an event to the change that it led to; milliseconds.</summary>
    public const string Latency = "EventToChangeMilliseconds";
}
