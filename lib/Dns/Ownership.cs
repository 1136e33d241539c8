using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>
/// Who owns a name's records, by its TXT set. It is for the name's A, AAAA and CNAME sets of the same set identifier, as many as there
/// are.
/// </summary>
internal sealed record Ownership(RecordSet? Set, ImmutableArray<Owner> Owners, OwnershipKind Kind)
{
    /// <summary>Seconds. Nobody waits for an ownership to change.</summary>
    private const long Ttl = 300;

    private static readonly string Prefix = Names.Ownership("");

    /// <summary>The name that a TXT record of that name is about; null for the name of any other record.</summary>
    public static string? NameOf(string name) => name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : null;

    public static Ownership Read(RecordSet? set, string stack)
    {
        if (set is null) return new(null, [], OwnershipKind.None);

        var owners = set.Values.Select(value => Owner.TryParse(TextValue.Read(value), out var owner) ? owner : null).ToArray();
        // One text that isn't ours, and somebody else has a say.
        return !set.IsAlias && set.Routing is not Routing.Other && owners.Length > 0 && owners.All(owner => owner?.Stack == stack)
            ? new(set, [.. owners.OfType<Owner>()], OwnershipKind.Ours)
            : new(set, [], OwnershipKind.Foreign);
    }

    /// <summary>The TXT set that names these owners.</summary>
    public static RecordSet Write(string name, string? setIdentifier, IEnumerable<Owner> owners) => new(Names.Ownership(name), RecordTypes.Txt)
    {
        Ttl = Ttl,
        SetIdentifier = setIdentifier,
        Routing = setIdentifier is null ? Routing.Simple : Routing.Multivalue,
        Values = [.. owners.Select(owner => TextValue.Write(owner.ToString())).Distinct().Order(StringComparer.Ordinal)],
    };
}

internal enum OwnershipKind
{
    None,
    Ours,
    Foreign,
}
