using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>One record of <c>dockerland:records</c>, which stays as it is written. A name has at most one record of a type.</summary>
public sealed record RecordSettings
{
    /// <summary>The whole name, in the zone; it may begin with <c>*.</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>A</c>, <c>AAAA</c>, <c>CNAME</c>, <c>MX</c>, <c>TXT</c> or <c>CAA</c>.</summary>
    public required string Type { get; init; }

    /// <summary>For how many seconds others may keep it, 0 to 2,147,483,647.</summary>
    public int Ttl { get; init; } = 300;

    /// <summary>As a zone file has them: <c>10 mail.example.com</c>, <c>0 issue "ca.example.net"</c>. A TXT is the bare text, however long, without quotes.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Instead of <see cref="Ttl"/> and <see cref="Values"/>: the name that an A or AAAA follows. To CloudFront it is a CNAME in the private zone, where Route53 takes no such alias.</summary>
    public AliasSettings? Alias { get; init; }
}

/// <summary>A name of AWS's, or another of the same zone, whose addresses a record has.</summary>
public sealed record AliasSettings
{
    /// <summary>Such as a load balancer's or a distribution's.</summary>
    public required string Name { get; init; }

    /// <summary>The zone of <see cref="Name"/>, as the service's documentation tells it; empty for the record's own.</summary>
    public string ZoneId { get; init; } = "";

    /// <summary>Whether the record answers only while its target is healthy.</summary>
    public bool EvaluateHealth { get; init; }
}
