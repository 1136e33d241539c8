namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>
/// Since when units fail. A unit that fails begins its time, and only one that then stays up for a while ends it: in a loop of crashes
/// it is up again and again. One that was stopped, or starts for the first time and pulls its image, hasn't failed.
/// </summary>
/// <param name="patience">After how long a host is given up.</param>
internal sealed class Watchdog(TimeSpan patience)
{
    // How long a unit that failed must be up to count as well.
    private readonly TimeSpan _recovery = patience / 6;
    private readonly Dictionary<string, DateTimeOffset> _failing = [];
    private readonly Dictionary<string, DateTimeOffset> _up = [];

    /// <summary>The units whose time runs.</summary>
    public IReadOnlyList<string> Failing => [.. _failing.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The units that have failed for too long, and are down now.</summary>
    public IReadOnlyList<string> Observe(IEnumerable<UnitState> units, DateTimeOffset now)
    {
        var overdue = new List<string>();
        foreach (var unit in units)
        {
            if (!unit.IsActive) _up.Remove(unit.Name);
            else if (_up.TryAdd(unit.Name, now) is false && now - _up[unit.Name] >= _recovery) _failing.Remove(unit.Name);
            if (unit.HasFailed) _failing.TryAdd(unit.Name, now);
            // Stopped by somebody, who knows why.
            if (unit.Active is "inactive") _failing.Remove(unit.Name);
            if (!unit.IsActive && _failing.TryGetValue(unit.Name, out var since) && now - since >= patience) overdue.Add(unit.Name);
        }

        return overdue;
    }

    /// <summary>Begins anew, when for a time nobody looked.</summary>
    public void Forget()
    {
        _failing.Clear();
        _up.Clear();
    }
}
