using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>The services that there should be, by name.</summary>
/// <param name="Problems">A sentence for each claim that another goes before.</param>
internal sealed record DesiredServices(ImmutableArray<Service> All, ImmutableArray<string> Problems)
{
    /// <param name="sources">What the sources say; a name that several claim is that of the first.</param>
    public static DesiredServices Of(IEnumerable<ImmutableArray<Claim>> sources)
    {
        var problems = new List<string>();
        var claims = sources.Select((claims, order) => claims.Select(claim => (Claim: claim, Order: order))).SelectMany(claims => claims)
            .OrderBy(entry => entry.Order).ThenBy(entry => entry.Claim.Since).ThenBy(entry => entry.Claim.Owner, StringComparer.Ordinal)
            .Select(entry => entry.Claim);
        var services = claims
            .SelectMany(claim => claim.Names.Select(name => (Name: name, Claim: claim)))
            .GroupBy(entry => entry.Name, entry => entry.Claim)
            .OrderBy(group => group.Key.Backend, StringComparer.Ordinal)
            .Select(group => Of(group.Key, [.. group], problems));
        return new([.. services], [.. problems]);
    }

    private static Service Of(ServiceName name, Claim[] claims, List<string> problems)
    {
        var first = claims[0];
        problems.AddRange(claims.Where(claim => claim.Kind != first.Kind).Select(claim =>
            $"{claim.Owner} ({claim.Kind}) gets no requests for {name}: the name is that of {first.Owner} ({first.Kind}), which was there before."));
        var ready = claims.Where(claim => claim.Kind == first.Kind && claim.Server is not null).ToArray();
        return new(name, [.. ready.Select(claim => claim.Server!).DistinctBy(server => server.Name)], ready.Any(claim => claim.IsLocal));
    }
}
