namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>
/// Since when units fail. A unit that fails begins its time, and only one that then stays up for a while ends it: in a loop of crashes
/// it is up again and again. One that was stopped, or starts for the first time and pulls its image, hasn't failed.
/// </summary>
internal sealed class Watchdog
{
    /// <summary>After how long a host is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How long a unit that failed must be up to count as well.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, DateTimeOffset> _failing = [];
    private readonly Dictionary<string, DateTimeOffset> _up = [];

    /// <summary>The units that have failed for too long.</summary>
    public IReadOnlyList<string> Observe(IEnumerable<UnitState> units, DateTimeOffset now)
    {
        var overdue = new List<string>();
        foreach (var unit in units)
        {
            if (!unit.IsActive) _up.Remove(unit.Name);
            else if (_up.TryAdd(unit.Name, now) is false && now - _up[unit.Name] >= Recovery) _failing.Remove(unit.Name);
            if (unit.HasFailed) _failing.TryAdd(unit.Name, now);
            // Stopped by somebody, who knows why.
            if (unit.Active is "inactive") _failing.Remove(unit.Name);
            if (_failing.TryGetValue(unit.Name, out var since) && now - since >= Patience) overdue.Add(unit.Name);
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
