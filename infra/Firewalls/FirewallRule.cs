namespace Dockerland.Infra.Firewalls;

/// <summary>One port that is open to a source on the hosts of a security group.</summary>
/// <param name="Protocol"><c>tcp</c> or <c>udp</c>.</param>
/// <param name="Purpose">What the source wants there, for whoever reads the rule in a console.</param>
public sealed record FirewallRule(FirewallSource Source, string Group, string Protocol, int Port, string Purpose)
{
    /// <summary>What tells it from all others. No fleet's name has a dot or a capital, so it can't be read in two ways.</summary>
    public string Key => $"{Group}.{Source}.{Protocol}.{Port}";

    public override string ToString() => $"{Source} -> {Group} {Port}/{Protocol} ({Purpose})";
}
