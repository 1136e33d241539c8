using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Servers;

/// <summary>The servers that there should be in one of HAProxy's backends.</summary>
/// <param name="Alive">One for each that is alive.</param>
/// <param name="Left">Where those were that left by themselves.</param>
/// <param name="Problems">A sentence for each that can't be one of the servers.</param>
internal sealed partial record DesiredServers(IReadOnlyList<Server> Alive, ImmutableHashSet<(IPAddress Address, int Port)> Left, IReadOnlyList<string> Problems)
{
    /// <summary>Who isn't alive has left: the source knows of all that there are, which gossip doesn't.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Those of a service, whose source knows of all.</summary>
    public static DesiredServers Of(Service service) => new(service.Servers, [], []) { IsWhole = true };

    /// <summary>Those that Serf's members are.</summary>
    public static DesiredServers Of(IEnumerable<Member> members)
    {
        var backends = members.Where(member => member.Tag("role") is Roles.Backend).OrderBy(member => member.Name, StringComparer.Ordinal).ToArray();
        var problems = new List<string>();
        var places = new Dictionary<(IPAddress, int), string>();
        var alive = new List<Server>();
        // Names of nodes count too: no two servers have the same.
        var names = backends.Where(member => member.IsAlive).SelectMany(member => new[] { member.Tag("tag") ?? "", member.Name }.Distinct()).CountBy(name => name).ToDictionary();

        foreach (var member in backends.Where(member => member.IsAlive))
        {
            var name = NameOf(member, names);
            if (PlaceOf(member) is not { } place)
                problems.Add($"Member {member.Name} says that it is at '{member.Tag("address") ?? member.Addr}', port '{member.Tag("port")}', which is no address with a port.");
            else if (!IsName(name))
                problems.Add($"Member '{name}' has a name that HAProxy doesn't take: letters, digits and '_-.:' are for names.");
            else if (!places.TryAdd(place, name))
                problems.Add($"Member {name} says that it is at {place.Address}:{place.Port}, where {places[place]} is.");
            else
                alive.Add(new(name, place.Address, place.Port));
        }

        var left = backends.Where(member => member.HasLeft).Select(PlaceOf).OfType<(IPAddress, int)>().Where(place => !places.ContainsKey(place));
        return new(alive, [.. left], problems);
    }

    // What people call it, when no other is called so.
    private static string NameOf(Member member, Dictionary<string, int> names) =>
        member.Tag("tag") is { } tag && IsName(tag) && names[tag] is 1 ? tag : member.Name;

    // Without a word of its own it is where it gossips.
    private static (IPAddress Address, int Port)? PlaceOf(Member member)
    {
        var address = member.Tag("address") ?? (IPEndPoint.TryParse(member.Addr, out var gossip) ? gossip.Address.ToString() : "");
        return IPAddress.TryParse(address, out var parsed) && IsAddress(parsed) && int.TryParse(member.Tag("port"), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= IPEndPoint.MaxPort
            ? (parsed, port)
            : null;
    }

    /// <summary>Whether HAProxy takes it as a server's name.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>Whether HAProxy takes it as a server's address: it is somebody's, and the same whatever interfaces there are.</summary>
    public static bool IsAddress(IPAddress address) =>
        !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) && (address.AddressFamily is not AddressFamily.InterNetworkV6 || address.ScopeId is 0);

    [GeneratedRegex(@"^[A-Za-z0-9_.:-]{1,64}\z")]
    private static partial Regex Name();
}
