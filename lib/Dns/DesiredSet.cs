using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>
/// What one group, or one host's agent, wants of a record. Several may want the same name and type: their values are united, the
/// lowest time to live counts, and the ownership names them all.
/// </summary>
/// <param name="ZoneId">The hosted zone's id, without <c>/hostedzone/</c>.</param>
/// <param name="Name">Within the zone; a wildcard's first label is <c>*</c>.</param>
/// <param name="Type">One of <see cref="RecordTypes"/>, but not <see cref="RecordTypes.Txt"/>.</param>
/// <param name="Owner">Who wants it; its stack is the plan's own.</param>
public sealed record DesiredSet(string ZoneId, string Name, string Type, Owner Owner)
{
    /// <summary>
    /// Addresses, or a CNAME's one target. None says: the name is mine, and nobody is there to answer for it;
    /// <see cref="WhenEmpty"/> decides what becomes of the record then.
    /// </summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Seconds.</summary>
    public long Ttl { get; init; } = DomainMeta.DefaultTtl;

    /// <summary>Makes it a multivalue set, one among several of the name; an instance's id.</summary>
    public string? SetIdentifier { get; init; }

    /// <summary>Only with <see cref="SetIdentifier"/>: the health check without which the set isn't answered.</summary>
    public string? HealthCheckId { get; init; }

    /// <summary>What becomes of the record when none of those who want it has a value.</summary>
    public WhenEmpty WhenEmpty { get; init; }
}
