using System.Collections.Immutable;

namespace Dockerland.Tests.Updater.DnsUpdater.Sequences;

/// <summary>What records have to be, by the raw state of an account and nothing of the updater's.</summary>
internal static class Oracle
{
    /// <param name="before">The records as they were: a name without healthy hosts keeps its own.</param>
    public static ImmutableSortedDictionary<string, string> Records(MemoryAccount account, ImmutableSortedDictionary<string, string> before)
    {
        var records = before.ToBuilder();
        foreach (var name in account.Tags.SelectMany(group => group.Value["DomainMeta"].Split(';')).Select(entry => entry.Split(':')[1]).Distinct())
        {
            var addresses = account.Tags.Where(group => group.Value["DomainMeta"].Contains($":{name}", StringComparison.Ordinal))
                .SelectMany(group => account.Hosts[group.Key])
                .Where(host => host is { Lifecycle: "InService", Health: "Healthy", State: "running" })
                .Select(host => host.PublicAddress).Order(StringComparer.Ordinal).ToArray();
            if (addresses.Length > 0) records[name] = string.Join(", ", addresses);
        }

        return records.ToImmutable();
    }
}
