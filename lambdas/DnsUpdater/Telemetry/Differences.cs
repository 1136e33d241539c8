using Dockerland.Dns;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.DnsUpdater.Telemetry;

/// <summary>Remembers since when a difference is there that no pass could mend. A new process begins anew.</summary>
internal sealed class Differences(TimeProvider time)
{
    private readonly Dictionary<string, DateTimeOffset> _since = new(StringComparer.Ordinal);

    /// <summary>The age of the oldest one after a pass; zero when there is none.</summary>
    public TimeSpan Update(PassResult pass)
    {
        var now = time.GetUtcNow();
        var open = pass.Zones.SelectMany(zone => zone.Failed).Select(failure => failure.Change.Name)
            .Concat(pass.Skipped.Where(skipped => skipped.Reason is SkipReason.Foreign or SkipReason.Conflict or SkipReason.Refused).Select(skipped => skipped.Name))
            .Concat(pass.Plan.Failures)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var mended in _since.Keys.Except(open).ToArray()) _since.Remove(mended);
        foreach (var name in open) _since.TryAdd(name, now);
        return _since.Count is 0 ? TimeSpan.Zero : now - _since.Values.Min();
    }
}
