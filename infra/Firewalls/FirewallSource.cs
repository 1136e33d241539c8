namespace Dockerland.Infra.Firewalls;

/// <summary>Whom a rule lets in.</summary>
public abstract record FirewallSource
{
    /// <summary>Every IPv4 address.</summary>
    public sealed record World : FirewallSource
    {
        public const string Range = "0.0.0.0/0";

        public override string ToString() => "World";
    }

    /// <summary>Whatever is in the VPC.</summary>
    public sealed record Network : FirewallSource
    {
        public override string ToString() => "VPC";
    }

    /// <summary>An IPv4 range.</summary>
    public sealed record Addresses(string Range) : FirewallSource
    {
        public override string ToString() => Range;
    }

    /// <summary>The hosts in a security group.</summary>
    public sealed record Group(string Name) : FirewallSource
    {
        public override string ToString() => Name;
    }
}
