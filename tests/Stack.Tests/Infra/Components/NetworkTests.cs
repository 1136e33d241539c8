using System.Collections.Immutable;
using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class NetworkTests
{
    private static readonly NetworkArgs Args = new() { DisplayName = "dockerland-dev", Region = "eu-central-1", Cidr = "10.1.0.0/16", ZoneLetters = ["a", "c"] };
    private static readonly NetworkArgs Hidden = Args with { PrivateSubnets = true };
    private static readonly NetworkArgs Found = Args with { Existing = new("vpc-1", ["subnet-1", "subnet-2"], ["subnet-3"]) };

    [Fact]
    public async Task Each_Zone_Has_A_Subnet_Of_Its_Name() =>
        Assert.Equal<string>(["network-eu-central-1a 10.1.0.0/24", "network-eu-central-1c 10.1.2.0/24"], Subnets(await RunAsync(Args)));

    [Fact]
    public async Task A_Further_Zone_Changes_No_Other() =>
        Assert.Equal<string>(
            ["network-eu-central-1a 10.1.0.0/24", "network-eu-central-1b 10.1.1.0/24", "network-eu-central-1c 10.1.2.0/24"],
            Subnets(await RunAsync(Args with { ZoneLetters = ["c", "b", "a"] })));

    [Fact]
    public async Task Hosts_Have_Public_Addresses_For_Their_Records() =>
        Assert.Equal("true", (await RunAsync(Args)).Input("aws:ec2/subnet:Subnet", "network-eu-central-1a", "mapPublicIpOnLaunch"));

    [Fact]
    public async Task The_World_Is_Reached_By_The_Gateway() =>
        Assert.Equal("network-id", (await RunAsync(Args)).Text("aws:ec2/route:Route", "network-internet", "gatewayId"));

    [Fact]
    public async Task Each_Subnet_Takes_The_Public_Routes() =>
        Assert.Equal(2, (await RunAsync(Args)).Requests.Count(request => request.Type == "aws:ec2/routeTableAssociation:RouteTableAssociation"));

    [Fact]
    public async Task The_Group_That_Hosts_Have_By_Default_Lets_Nothing_Through() =>
        Assert.Equal<string>(["tags", "vpcId"], (await RunAsync(Args)).Require("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "network").Inputs.Keys.Order());

    [Fact]
    public async Task Private_Subnets_Stand_Behind_The_Public_Ones_And_Move_None() =>
        Assert.Equal<string>(
            [
                "network-eu-central-1a 10.1.0.0/24",
                "network-eu-central-1c 10.1.2.0/24",
                "network-private-eu-central-1a 10.1.8.0/24",
                "network-private-eu-central-1c 10.1.10.0/24",
            ],
            Subnets(await RunAsync(Hidden)));

    [Fact]
    public async Task Hosts_In_Private_Subnets_Have_No_Public_Address() =>
        Assert.DoesNotContain("mapPublicIpOnLaunch", (await RunAsync(Hidden)).Require("aws:ec2/subnet:Subnet", "network-private-eu-central-1a").Inputs.Keys);

    [Theory]
    [InlineData(false, "network-private-eu-central-1a-id network-private-eu-central-1a-id")]
    [InlineData(true, "network-private-eu-central-1a-id network-private-eu-central-1c-id")]
    public async Task Each_Private_Subnet_Reaches_The_World_By_A_Gateway(bool inEachZone, string gateways)
    {
        var cloud = await RunAsync(Hidden with { GatewayInEachZone = inEachZone });

        Assert.Equal(gateways, string.Join(' ', new[] { "a", "c" }.Select(letter => cloud.Text("aws:ec2/route:Route", $"network-private-eu-central-1{letter}", "natGatewayId"))));
        Assert.Equal(inEachZone ? 2 : 1, cloud.Requests.Count(request => request.Type == "aws:ec2/natGateway:NatGateway"));
    }

    [Fact]
    public async Task A_Gateway_Stands_In_The_Public_Subnet_Of_Its_Zone() =>
        Assert.Equal("network-eu-central-1a-id", (await RunAsync(Hidden)).Text("aws:ec2/natGateway:NatGateway", "network-private-eu-central-1a", "subnetId"));

    [Fact]
    public async Task Images_From_S3_Pass_No_Gateway_That_Costs() =>
        Assert.Equal(
            """["network-private-eu-central-1a-id","network-private-eu-central-1c-id"]""",
            (await RunAsync(Hidden)).Input("aws:ec2/vpcEndpoint:VpcEndpoint", "network-private-s3", "routeTableIds"));

    [Theory]
    [InlineData("balancer", "network-eu-central-1a-id network-eu-central-1c-id")]
    [InlineData("web", "network-private-eu-central-1a-id network-private-eu-central-1c-id")]
    public async Task Only_Balancers_Stand_In_Public_Where_There_Is_Private(string role, string expected) => Assert.Equal(expected, await SubnetsOfAsync(Hidden, role));

    [Fact]
    public async Task All_Hosts_Stand_In_Public_Where_There_Is_No_Private() =>
        Assert.Equal("network-eu-central-1a-id network-eu-central-1c-id", await SubnetsOfAsync(Args, "web"));

    [Theory]
    [InlineData("balancer", "subnet-1 subnet-2")]
    [InlineData("web", "subnet-3")]
    public async Task An_Existing_Network_Is_Taken_As_It_Is(string role, string expected)
    {
        Assert.Equal(expected, await SubnetsOfAsync(Found, role));
        Assert.DoesNotContain((await RunAsync(Found)).Requests, request => request.Type!.StartsWith("aws:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_Range_Of_An_Existing_Network_Is_Its_Own()
    {
        var range = "";
        await Cloud.RunAsync(() => new Network("network", Found).Cidr.Apply(cidr => range = cidr));

        Assert.Equal("172.31.0.0/16", range);
    }

    [Fact]
    public async Task A_Network_Whose_Hosts_Find_No_Names_Is_Refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Cloud.RunAsync(
            () => new Network("network", Found).VpcId.Apply(id => id),
            ("aws:ec2/getVpc:getVpc", new() { ["cidrBlock"] = "172.31.0.0/16", ["enableDnsSupport"] = true, ["enableDnsHostnames"] = false })));

        Assert.Contains("VPC 'vpc-1' has DNS resolution or DNS hostnames turned off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Subnet_Of_Another_Network_Is_Refused()
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Cloud.RunAsync(
            () => new Network("network", Found with { Existing = new("vpc-1", ["subnet-1"], []) }).SubnetIds.Apply(ids => ids),
            ("aws:ec2/getSubnet:getSubnet", new() { ["cidrBlock"] = "172.31.1.0/24", ["vpcId"] = "vpc-2", ["mapPublicIpOnLaunch"] = true })));

        Assert.Contains("Subnet 'subnet-1' is in VPC 'vpc-2', not in 'vpc-1'. Name subnets of one VPC only.", error.ToString(), StringComparison.Ordinal);
    }

    private static Task<Cloud> RunAsync(NetworkArgs args) => Cloud.RunAsync(() => _ = new Network("network", args));

    private static async Task<string> SubnetsOfAsync(NetworkArgs args, string role)
    {
        var subnets = ImmutableArray<string>.Empty;
        await Cloud.RunAsync(() => new Network("network", args).SubnetIdsOf(role).Apply(ids => subnets = ids));
        return string.Join(' ', subnets);
    }

    private static IEnumerable<string> Subnets(Cloud cloud) => cloud.Requests
        .Where(request => request.Type == "aws:ec2/subnet:Subnet")
        .Select(request => $"{request.Name} {request.Inputs["cidrBlock"]}")
        .Order();
}
