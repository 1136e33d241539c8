namespace Dockerland.Cli.Planning.Impact;

/// <summary>Says what becomes of hosts whose group leaves an availability zone, or spreads to one.</summary>
internal static class GroupZones
{
    private const string Subnets = "vpcZoneIdentifiers";
    private const string Subnet = "aws:ec2/subnet:Subnet";

    public static IEnumerable<string> Facts(PlanDiff diff, ResourceChange group)
    {
        var changed = group.Properties.Where(property => property.Input is Subnets).ToArray();
        var left = changed.Where(property => property.After is null).Select(property => Place(diff.Before, property.Before!.ToString())).ToArray();
        var entered = changed.Where(property => property.Before is null).Select(property => Place(diff.After, property.After!.ToString())).ToArray();
        if (left.Length > 0)
            yield return $"hosts in {Wording.List(left)} are terminated, and others launched where the group still is";
        if (entered.Length > 0)
            yield return $"some hosts move to {Wording.List(entered)}, so that all zones have as many";
        if (group.Following.Contains(Subnets))
            yield return "hosts in replaced subnets are terminated, and others launched in the new ones";
    }

    // <network-a.id> stands for a subnet of the stack's own.
    private static string Place(Plan plan, string id) =>
        plan.Resources.FirstOrDefault(resource => resource.Type is Subnet && id == $"<{resource.Name}.id>")?.Text("availabilityZone") ?? id;
}
