using System.Text.Json;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>The network and the zones of others that the stack <c>existing</c> is for.</summary>
internal static class ExistingCloud
{
    /// <summary>Makes them, and gives the stack their ids.</summary>
    /// <returns><c>vpc</c>, <c>subnets</c>, <c>privateSubnet</c>, <c>zone</c>, <c>parent</c>.</returns>
    public static async Task<JsonElement> MakeAsync(Moto moto, PulumiWorkspace workspace)
    {
        var made = await moto.Boto3Async(Make);
        await workspace.SetAsync("vpcId", made.GetProperty("vpc").GetString()!);
        foreach (var (index, subnet) in made.GetProperty("subnets").EnumerateArray().Index())
            await workspace.SetPathAsync($"dockerland:subnetIds[{index}]", subnet.GetString()!);
        await workspace.SetPathAsync("dockerland:privateSubnetIds[0]", made.GetProperty("privateSubnet").GetString()!);
        await workspace.SetAsync("parentZoneId", made.GetProperty("parent").GetString()!);
        return made;
    }

    private const string Make = """
        ec2, dns = boto3.client("ec2"), boto3.client("route53")
        vpc = ec2.create_vpc(CidrBlock="10.42.0.0/16")["Vpc"]["VpcId"]
        ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
        subnets = [ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.42.{n}.0/24", AvailabilityZone=f"us-east-1{z}")["Subnet"]["SubnetId"] for n, z in enumerate("ab")]
        for subnet in subnets: ec2.modify_subnet_attribute(SubnetId=subnet, MapPublicIpOnLaunch={"Value": True})
        private = ec2.create_subnet(VpcId=vpc, CidrBlock="10.42.9.0/24", AvailabilityZone="us-east-1a")["Subnet"]["SubnetId"]
        zone, parent = [dns.create_hosted_zone(Name=name, CallerReference=name)["HostedZone"]["Id"].split("/")[-1] for name in ("existing.example.com", "example.com")]
        result = {"vpc": vpc, "subnets": subnets, "privateSubnet": private, "zone": zone, "parent": parent}
        """;
}
