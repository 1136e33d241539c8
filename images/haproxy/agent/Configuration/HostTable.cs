using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Configuration;

/// <summary>Which backend each host name is for, as HAProxy's maps have it.</summary>
/// <param name="Exact">Host names. These go before wildcards.</param>
/// <param name="Wildcards">Ends of host names, the longest first: HAProxy takes the first that fits.</param>
internal sealed record HostTable(ImmutableArray<(string Host, string Backend)> Exact, ImmutableArray<(string Host, string Backend)> Wildcards)
{
    /// <summary>A name is completed with each zone, unless it is in one; what is written out goes before what is completed.</summary>
    public static HostTable Of(IReadOnlyCollection<ServiceName> names, IReadOnlyCollection<string> zones)
    {
        var written = names.Select(name => (Name: name, Host: name.Text));
        var completed = names.SelectMany(name => zones.Where(zone => !zones.Any(other => DomainName.IsWithin(name.Text, other))).Select(zone => (Name: name, Host: $"{name.Text}.{zone}")));
        var hosts = written.Concat(completed).DistinctBy(entry => (entry.Host, entry.Name.IsWildcard)).ToArray();
        return new(
            [.. hosts.Where(entry => !entry.Name.IsWildcard).Select(entry => (entry.Host, entry.Name.Backend)).OrderBy(entry => entry.Host, StringComparer.Ordinal)],
            [
                .. hosts.Where(entry => entry.Name.IsWildcard).Select(entry => (Host: "." + entry.Host, entry.Name.Backend))
                    .OrderByDescending(entry => entry.Host.Length).ThenBy(entry => entry.Host, StringComparer.Ordinal),
            ]);
    }
}
