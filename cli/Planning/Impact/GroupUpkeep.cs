namespace Dockerland.Cli.Planning.Impact;

/// <summary>Says which hosts come and go for a group's age limit and its warm pool, which AWS keeps to by itself.</summary>
internal static class GroupUpkeep
{
    private const string Lifetime = "maxInstanceLifetime";
    private const string Pool = "warmPool";
    private const int SecondsPerDay = 86_400;

    public static IEnumerable<string> Facts(PlannedResource former, PlannedResource group)
    {
        var (limit, age) = (former.Number(Lifetime) ?? 0, group.Number(Lifetime) ?? 0);
        if (age > 0 && (limit == 0 || age < limit))
            yield return $"hosts older than {Wording.Count(age / SecondsPerDay, "day")} are replaced, and each other one once it is that old";
        if (former.Input(Pool) is null && Waiting(group) is > 0 and var hosts)
            yield return $"up to {Wording.Count(hosts, "host")} {(hosts == 1 ? "is" : "are")} launched to wait in the new warm pool";
        if (former.Input(Pool) is not null && group.Input(Pool) is null)
            yield return "hosts that wait in the warm pool are terminated with it";
    }

    // A pool holds what the group lacks of its most hosts, or of as many as are to be prepared, and never less than its own least.
    private static int Waiting(PlannedResource group)
    {
        if (group.Input(Pool) is null) return 0;
        var most = group.Number(Pool, "maxGroupPreparedCapacity") ?? group.Number("maxSize") ?? 0;
        return Math.Max(most - GroupSize.Of(group).Least, group.Number(Pool, "minSize") ?? 0);
    }
}
