using Dockerland.Infra.Components;

namespace Dockerland.Tests.Infra.Components;

public sealed class NetworkTests
{
    private static readonly NetworkArgs Args = new() { DisplayName = "dockerland-dev", Region = "eu-central-1", Cidr = "10.1.0.0/16", ZoneLetters = ["a", "c"] };

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

    private static Task<Cloud> RunAsync(NetworkArgs args) => Cloud.RunAsync(() => _ = new Network("network", args));

    private static IEnumerable<string> Subnets(Cloud cloud) => cloud.Requests
        .Where(request => request.Type == "aws:ec2/subnet:Subnet")
        .Select(request => $"{request.Name} {request.Inputs["cidrBlock"]}")
        .Order();
}
