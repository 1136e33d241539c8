namespace Dockerland.Contracts;

/// <summary>A record that a group's instances keep: one entry of the tag <see cref="TagKeys.DomainMeta"/> with its options.</summary>
public sealed record DomainMeta(string ZoneId, string Name)
{
    /// <summary>Seconds; short, since a host may go at any time.</summary>
    public const int DefaultTtl = 10;

    /// <summary>A day: nobody should look for hosts that long.</summary>
    public const int MaxTtl = 86_400;

    /// <summary>Route53's ids have no more characters.</summary>
    public const int MaxZoneIdLength = 32;

    /// <summary>Which of the instances' addresses the record has.</summary>
    public AddressKind Address { get; init; }

    /// <summary>How long an answer may be kept, in seconds: 1 to <see cref="MaxTtl"/>.</summary>
    public int Ttl { get; init; } = DefaultTtl;

    /// <summary>As the tag has it.</summary>
    public override string ToString() => $"{ZoneId}:{Name}";
}

/// <summary>One of an instance's two addresses.</summary>
public enum AddressKind
{
    Public,
    Private,
}
