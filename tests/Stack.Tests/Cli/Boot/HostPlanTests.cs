using Dockerland.Cli;
using Dockerland.Cli.Boot;
using Dockerland.Tests.Stack.Repository;

namespace Dockerland.Tests.Stack.Cli.Boot;

/// <summary>What is booted of the stacks that are in the repository.</summary>
public sealed class HostPlanTests
{
    [Fact]
    public async Task Nothing_Is_Left_That_Only_A_Deployment_Knows()
    {
        var host = await ReadAsync("web");

        Assert.DoesNotMatch(@"<\w+(\([^)]*\))?\.\w+>", host.UserData);
        Assert.Contains("123456789012.dkr.ecr.eu-central-1.amazonaws.com/dockerland-dev/webapp:", host.UserData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_Parameters_Are_Those_That_Its_Role_May_Read() =>
        Assert.Equal("/dockerland/dev/cookie-secret /dockerland/dev/gossip-key", string.Join(" ", (await ReadAsync("web")).Parameters));

    [Fact]
    public void A_Balancers_Certificate_Is_Known_From_Its_Other_Parameters() =>
        Assert.Equal("/dockerland/dev/balancer-pem", Assert.Single(HostPlan.CertificatesOf(TrackedFiles.Read("tests/Stack.Tests/Infra/UserData/golden/balancer/user-data.yaml"))));

    [Theory]
    [InlineData("web", "metadata webapp")]
    [InlineData("balancer", "haproxy metadata")]
    public async Task Its_Images_Are_Those_That_It_Runs(string fleet, string images) => Assert.Equal(images, string.Join(' ', (await ReadAsync(fleet)).Images.Values.Order(StringComparer.Ordinal)));

    [Fact]
    public async Task Its_Tags_Are_The_Groups() => Assert.Equal("web", (await ReadAsync("web")).Tags["docker.role"]);

    [Fact]
    public async Task A_Zones_Id_Is_Filled_In_Where_It_Stands()
    {
        var host = await ReadAsync("balancer");

        var tag = host.With(host.Zones.ToDictionary(zone => zone.Key, _ => "Z1")).Tags["DomainMeta"];

        Assert.StartsWith("Z1:", tag, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Goes_On_Is_A_Unit_With_Its_Ports()
    {
        var unit = Assert.Single(HostUnits.Read((await ReadAsync("web")).UserData));

        Assert.Equal(("webapp.service", "3000 7946"), (unit.Name, string.Join(' ', unit.Ports)));
    }

    [Fact]
    public async Task Every_Name_That_It_Asks_For_Is_Answered()
    {
        var names = AwsNames.Of(await ReadAsync("web"));

        Assert.Superset(new HashSet<string> { "123456789012.dkr.ecr.eu-central-1.amazonaws.com", "s3.eu-central-1.amazonaws.com", "ssm.eu-central-1.amazonaws.com" }, names.ToHashSet());
    }

    [Fact]
    public async Task A_Fleet_That_Is_Not_There_Is_Named()
    {
        var error = await Assert.ThrowsAsync<CliException>(() => ReadAsync("wbe"));

        Assert.Equal("There is no fleet 'wbe' in the stack 'dev'. Did you mean 'web'?", error.Message);
    }

    private static Task<HostPlan> ReadAsync(string fleet) => BootCommand.ReadAsync(new(Support.Repository.Root), "dev", fleet);
}
