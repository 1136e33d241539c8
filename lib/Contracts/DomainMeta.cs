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

    /// <summary>What stands for an instance's id in <see cref="Host"/>.</summary>
    public const string InstanceId = "#instanceid";

    /// <summary>Which of the instances' addresses the record has.</summary>
    public AddressKind Address { get; init; }

    /// <summary>How long an answer may be kept, in seconds: 1 to <see cref="MaxTtl"/>.</summary>
    public int Ttl { get; init; } = DefaultTtl;

    /// <summary>
    /// A name of each instance's own besides <see cref="Name"/>, in the same zone, with <see cref="InstanceId"/> in it:
    /// <c>#instanceid.hosts.example.com</c>; null for none.
    /// </summary>
    public string? Host { get; init; }

    /// <summary>Whether each instance has a set of its own, of which an answer has up to eight, rather than a value in one for all.</summary>
    public bool IsMultivalue { get; init; }

    /// <summary>How Route53 finds out whether an instance is to be in an answer; only with <see cref="IsMultivalue"/>.</summary>
    public HostCheck? Check { get; init; }

    /// <inheritdoc cref="WhenEmpty"/>
    public WhenEmpty WhenEmpty { get; init; }

    /// <summary>Whether instances that aren't in service yet count.</summary>
    public bool WithPending { get; init; }

    /// <inheritdoc cref="PlanPolicy"/>
    public PlanPolicy Policy { get; init; }

    /// <summary>As the tag has it.</summary>
    public override string ToString() => $"{ZoneId}:{Name}";
}

/// <summary>One of an instance's addresses.</summary>
public enum AddressKind
{
    Public,
    Private,
    Ipv6,
}
