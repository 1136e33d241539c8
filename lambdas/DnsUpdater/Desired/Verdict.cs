using Dockerland.Contracts;

namespace Dockerland.DnsUpdater.Desired;

/// <summary>Whether an instance counts for an entry of its group.</summary>
/// <param name="Address">What it counts with; null when it doesn't.</param>
/// <param name="Detail">For people: the state that keeps it out.</param>
internal sealed record Verdict(string Group, DomainMeta Entry, string Instance, string? Address, VerdictReason Reason, string Detail)
{
    public bool IsKept => Reason is VerdictReason.Kept;
}

/// <summary>Why an instance counts, or doesn't.</summary>
internal enum VerdictReason
{
    Kept,

    /// <summary>It isn't in service yet.</summary>
    Pending,

    /// <summary>It goes, waits, or has gone.</summary>
    OutOfService,

    /// <summary>Auto Scaling found it unhealthy.</summary>
    Unhealthy,

    /// <summary>EC2 has it and it doesn't run, or EC2 doesn't have it.</summary>
    NotRunning,

    /// <summary>It has no address of the kind that the entry wants.</summary>
    NoAddress,
}
