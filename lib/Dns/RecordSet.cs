using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>A set of records with one name and type, as a zone has it or should have it.</summary>
/// <param name="Name">As <see cref="RecordName.Normalize"/> leaves it: small letters, no trailing dot.</param>
public sealed record RecordSet(string Name, string Type)
{
    /// <summary>Seconds; 0 for an alias, which has none.</summary>
    public long Ttl { get; init; }

    /// <summary>As Route53 has them: texts in quotes, names and addresses as they were written.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>What tells the set from the others of its name and type; null with simple routing.</summary>
    public string? SetIdentifier { get; init; }

    public Routing Routing { get; init; }

    /// <summary>The health check without which a multivalue set isn't answered.</summary>
    public string? HealthCheckId { get; init; }

    /// <summary>Whether it stands for another AWS resource and has no values of its own.</summary>
    public bool IsAlias { get; init; }

    /// <summary>Whether it is of a kind that is planned: anything else is never changed, whatever a TXT record says.</summary>
    internal bool CanBeOurs => RecordTypes.IsPlanned(Type) && !IsAlias && Routing is not Routing.Other;

    /// <summary>Whether an answer is the same, in whatever order and spelling the values are.</summary>
    public bool IsSame(RecordSet other) =>
        (Name, Type, Ttl, SetIdentifier, Routing, HealthCheckId, IsAlias) == (other.Name, other.Type, other.Ttl, other.SetIdentifier, other.Routing, other.HealthCheckId, other.IsAlias)
        && RecordValues.Normalize(Type, Values).SequenceEqual(RecordValues.Normalize(Type, other.Values));

    public bool Equals(RecordSet? other) => other is not null && IsSame(other) && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Name, Type, Ttl, SetIdentifier, Values.Length);

    public override string ToString() =>
        $"{Type} {Name}{(SetIdentifier is null ? "" : $" [{SetIdentifier}]")} {Ttl} s: {(IsAlias ? "alias" : string.Join(", ", Values))}";
}
