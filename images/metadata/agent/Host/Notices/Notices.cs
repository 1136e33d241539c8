namespace Dockerland.MetadataAgent.Host.Notices;

/// <summary>An announced end of a spot instance.</summary>
/// <param name="Action"><c>terminate</c>, <c>stop</c> or <c>hibernate</c>.</param>
internal sealed record SpotNotice(string Action, DateTimeOffset At);

/// <summary>What the metadata service says is to become of this host.</summary>
/// <param name="Rebalance">Whether the spot instance is likely to be interrupted.</param>
/// <param name="Target">The lifecycle state that the group brings it to.</param>
internal sealed record HostNotices(SpotNotice? Spot, bool Rebalance, string? Target)
{
    public static readonly HostNotices None = new(null, false, null);

    /// <summary>Why the host must go, whatever the others do; null when it needn't.</summary>
    public string? MustGo => this switch
    {
        { Target: "Terminated" or "Warmed:Terminated" } => "its group terminates it",
        { Spot: { } spot } => FormattableString.Invariant($"EC2 will {spot.Action} it at {spot.At:HH:mm:ss}"),
        _ => null,
    };
}
