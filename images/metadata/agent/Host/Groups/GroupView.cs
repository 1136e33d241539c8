namespace Dockerland.MetadataAgent.Host.Groups;

/// <summary>A host as its group sees it.</summary>
internal sealed record Member(string Id, string State, bool IsHealthy)
{
    public bool Serves => State is "InService" && IsHealthy;

    /// <summary>Whether the group has taken it aside, so that it is neither coming nor going.</summary>
    public bool IsAside => State is "Standby" or "Detached" || State.StartsWith("Warmed:", StringComparison.Ordinal);
}

/// <summary>The group of this host.</summary>
internal sealed record GroupView(string Name, int Desired, IReadOnlyList<Member> Members)
{
    // A host's turn, and how much of it is used: the rest is for clocks that differ and for news on their way.
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Begin = TimeSpan.FromSeconds(10);

    /// <summary>Whether there are enough hosts in service without this one.</summary>
    public bool CanSpare(string id) => Members.Count(member => member.Serves && member.Id != id) >= Desired;

    /// <summary>
    /// Why this host may not be given up now; null when it may. At most one of a group goes at a time: none while another one comes or
    /// goes, and of several that fail together each only in its turn, in the order of their ids.
    /// </summary>
    public string? KeepsHost(string id, DateTimeOffset now)
    {
        if (Members.FirstOrDefault(member => member.Id == id) is not { } own) return $"the group {Name} doesn't have it";
        if (own.State is not "InService") return $"it is {own.State} in the group {Name}";
        if (!own.IsHealthy) return $"the group {Name} replaces it already";
        if (Members.FirstOrDefault(member => member.Id != id && !member.Serves && !member.IsAside) is { } other)
            return $"{other.Id} of the group {Name} is {other.State}{(other.IsHealthy ? "" : " and unhealthy")}, and only one host is replaced at a time";

        var order = Members.Where(member => member.State is "InService").Select(member => member.Id).Order(StringComparer.Ordinal).ToList();
        var ticks = now.ToUnixTimeMilliseconds();
        var turn = ticks / (long)Turn.TotalMilliseconds % order.Count;
        return turn == order.IndexOf(id) && ticks % (long)Turn.TotalMilliseconds < Begin.TotalMilliseconds ? null : "it isn't its turn among the group's hosts";
    }
}
