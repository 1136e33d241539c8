using System.Net;
using System.Net.Sockets;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What makes a desired set one that can't be planned.</summary>
internal static class DesiredRules
{
    /// <summary>What is wrong with a set, as a sentence for people; null when nothing is.</summary>
    public static string? Problem(DesiredSet set, string name, ZoneState zone, string stack)
    {
        if (NameProblem(name) is { } problem) return $"The name '{name}' {problem}.";
        if (name.Length > Names.MaxOwnedLength) return $"The name '{name}' has {name.Length} characters; with its ownership record before it, it may have {Names.MaxOwnedLength}.";
        if (zone.Name is not null && !DomainName.IsWithin(name, zone.Name)) return $"The name '{name}' is not in the zone {zone.Id}, which is {zone.Name}.";
        if (set.Owner.Stack != stack) return $"The owner of '{name}' is of stack '{set.Owner.Stack}'; this plan is of '{stack}'.";
        return TypeProblem(set, name, zone) ?? SetProblem(set, name);
    }

    private static string? NameProblem(string name) => DomainName.Problem(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name);

    private static string? TypeProblem(DesiredSet set, string name, ZoneState zone)
    {
        if (!RecordTypes.IsPlanned(set.Type)) return $"The record '{name}' is of type {set.Type}; only A, AAAA and CNAME are planned.";
        if (set.Type is RecordTypes.Cname && name == zone.Name) return $"The name '{name}' is the zone's own, where Route53 takes no CNAME.";
        var wrong = set.Values.FirstOrDefault(value => !IsValue(set.Type, value));
        return wrong is null ? null : $"The value '{wrong}' of {set.Type} {name} is not {Expected(set.Type)}.";
    }

    private static string? SetProblem(DesiredSet set, string name)
    {
        if (set.Ttl is < 0 or > Route53Limits.MaxTtl) return $"The time to live of {set.Type} {name} is {set.Ttl} s; it may be 0 to {Route53Limits.MaxTtl}.";
        return set.SetIdentifier switch
        {
            null when set.HealthCheckId is not null => $"{set.Type} {name} has a health check and no set identifier; only multivalue sets are checked.",
            null => null,
            _ when set.Type is RecordTypes.Cname => $"CNAME {name} has the set identifier '{set.SetIdentifier}'; there are no multivalue CNAMEs.",
            { Length: 0 or > Route53Limits.CharactersOfSetIdentifier } id => $"The set identifier of {set.Type} {name} has {id.Length} characters; it may have 1 to {Route53Limits.CharactersOfSetIdentifier}.",
            _ => null,
        };
    }

    private static bool IsValue(string type, string value) => type switch
    {
        RecordTypes.A => value.Count(character => character is '.') is 3 && IPAddress.TryParse(value, out var address) && address.AddressFamily is AddressFamily.InterNetwork,
        RecordTypes.Aaaa => !value.Contains('%') && IPAddress.TryParse(value, out var address) && address.AddressFamily is AddressFamily.InterNetworkV6,
        _ => DomainName.Problem(RecordName.Normalize(value)) is null,
    };

    private static string Expected(string type) => type switch
    {
        RecordTypes.A => "an IPv4 address",
        RecordTypes.Aaaa => "an IPv6 address",
        _ => "a domain name",
    };
}
