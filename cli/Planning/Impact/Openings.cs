namespace Dockerland.Cli.Planning.Impact;

/// <summary>The doors of the security groups: who may reach whom, on which port.</summary>
internal static class Openings
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    public static IEnumerable<Difference> Of(PlanDiff diff) => Difference.Between(
        diff.Changes.Select(change => change.Before).OfType<PlannedResource>().Where(IsDoor).Select(door => Describe(diff.Before, door)),
        diff.Changes.Select(change => change.After).OfType<PlannedResource>().Where(IsDoor).Select(door => Describe(diff.After, door)));

    public static bool IsDoor(PlannedResource resource) => resource.Type is Rule;

    public static bool IsOfTheWorld(PlannedResource door) => (door.Text("cidrIpv4") ?? door.Text("cidrIpv6")) is "0.0.0.0/0" or "::/0";

    /// <summary>Such as <c>tcp 80 of balancer</c>.</summary>
    public static string Place(Plan plan, PlannedResource door) => $"{Ports(door)} of {Owner(plan, door, "securityGroupId")}";

    private static string Describe(Plan plan, PlannedResource door) => $"{Place(plan, door)}, open to {Caller(plan, door)}";

    private static string Caller(Plan plan, PlannedResource door) => door switch
    {
        _ when IsOfTheWorld(door) => "the world",
        _ when door.Text("referencedSecurityGroupId") is not null => $"hosts in {Owner(plan, door, "referencedSecurityGroupId")}",
        _ => door.Text("cidrIpv4") ?? door.Text("cidrIpv6") ?? door.Text("prefixListId") ?? "nobody",
    };

    private static string Ports(PlannedResource door) => (door.Text("ipProtocol"), door.Number("fromPort"), door.Number("toPort")) switch
    {
        (null or "-1", _, _) => "everything",
        (var protocol, { } from, { } to) => from == to ? $"{protocol} {from}" : $"{protocol} {from} to {to}",
        (var protocol, _, _) => $"all {protocol}",
    };

    private static string Owner(Plan plan, PlannedResource door, string input) =>
        plan.Resources.FirstOrDefault(resource => door.Dependencies.GetValueOrDefault(input, []).Contains(resource.Urn))?.Name ?? Wording.Named(door.Text(input) ?? door.Name);
}
