using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.MetadataAgent.Host;

/// <summary>Which units of a host that goes are to be stopped by now.</summary>
internal static class Departure
{
    /// <summary>How long before its announced end a spot instance has all its containers stopped, so that they end in order.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    /// <param name="since">Since when it is on its way.</param>
    public static IReadOnlyList<string> Stop(HostSettings settings, DateTimeOffset since, SpotNotice? spot, IEnumerable<UnitState> units, DateTimeOffset now)
    {
        var all = since + settings.Linger;
        if (spot is not null && spot.At - Margin < all) all = spot.At - Margin;
        var due = now >= all ? settings.Containers : settings.First;
        // Those that failed are stopped too: systemd would start them again.
        return [.. due.Where(name => units.Any(unit => unit.Name == name && (unit.Runs || unit.HasFailed)))];
    }
}
