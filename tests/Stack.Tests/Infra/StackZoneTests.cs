using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Tests.Infra;

public sealed class StackZoneTests
{
    private const string Zone = "aws:route53/zone:Zone";
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public async Task Prod_Keeps_Its_Zones_And_Dev_Takes_All_Along()
    {
        Assert.Equal("zone: kept, zone-private: kept", await ZonesAsync("prod"));
        Assert.Equal("zone: with all its records, zone-private: with all its records", await ZonesAsync("dev"));
    }

    [Theory]
    [InlineData("zoneId", "Z0EXISTING")]
    [InlineData("zoneExisting", "true")]
    public async Task An_Existing_Zone_Is_Not_Made(string key, string value) =>
        Assert.Equal(["zone-private"], Names(await RunAsync("dev", null, (key, value), ("privateZone", "internal.dev.example.com")), Zone));

    [Fact]
    public async Task A_Stack_Without_A_Private_Zone_Keeps_No_Private_Names()
    {
        var cloud = await RunAsync("dev", null, ("privateZone", "none"), ("fleets", """{"web":{"containers":{"main":{"image":"main:1"}}}}"""));

        Assert.Equal(["zone"], Names(cloud, Zone));
        Assert.DoesNotContain("nodes.", cloud.Input("aws:autoscaling/group:Group", "web", "tags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Private_Zone_May_Have_A_Name_Of_Its_Own()
    {
        var cloud = await RunAsync("dev", null, ("privateZone", "dev.internal"));

        Assert.Equal("dev.internal", cloud.Text(Zone, "zone-private", "name"));
        Assert.Contains(":nodes.web.dev.internal", cloud.Input("aws:autoscaling/group:Group", "web", "tags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Records_And_The_Delegation_Come_From_The_Settings() => Assert.Equal(
        ["zone-delegation", "zone-dev.example.com-MX", "zone-private-dev.example.com-MX", "zone-private-web.dev.example.com-CNAME"],
        Names(await RunAsync("dev", null, ("fleets", """{"balancer":{"domain":"web.dev.example.com"}}"""), ("parentZoneId", "Z0ABOVE"), ("records", """[{"name":"dev.example.com","type":"MX","values":["10 mail.example.net"]}]""")), Record));

    private static async Task<string> ZonesAsync(string stack)
    {
        var kept = new HashSet<string>();
        var cloud = await RunAsync(stack, new()
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Options is CustomResourceOptions { Protect: true, RetainOnDelete: true }) kept.Add(resource.Resource.GetResourceName());
                    return null;
                },
            },
        });
        return string.Join(", ", Names(cloud, Zone).Select(name => $"{name}: {(kept.Contains(name) ? "kept" : cloud.Input(Zone, name, "forceDestroy") is "true" ? "with all its records" : "only when empty")}"));
    }

    private static IEnumerable<string> Names(Cloud cloud, string type) => cloud.Requests.Where(request => request.Type == type).Select(request => request.Name!).Order(StringComparer.Ordinal);

    private static Task<Cloud> RunAsync(string stack, StackOptions? options, params (string Key, string Value)[] settings)
    {
        var files = StackFiles.Read(new(Support.Repository.Root), stack);
        var values = settings.Aggregate(files.Values, (values, setting) => values.SetItem($"dockerland:{setting.Key}", setting.Value));
        return Cloud.RunAsync(() => _ = new DockerlandStack(StackInputs.Read(new(values, files.SecretKeys), Support.Repository.Root, MissingSecrets.Show), options));
    }
}
