using Dockerland.Infra.Components;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra.Components;

public sealed class ZoneTests
{
    private const string Type = "aws:route53/zone:Zone";
    private const string Record = "aws:route53/record:Record";
    private static readonly ZoneArgs Args = new() { DomainName = "dev.example.com" };

    [Fact]
    public async Task A_Zone_Has_The_Name_It_Is_Given() =>
        Assert.Equal("dev.example.com", (await RunAsync(Args)).Text(Type, "zone", "name"));

    [Theory]
    [InlineData(true, "true true")]
    [InlineData(false, "false false")]
    public async Task Zones_Go_With_Their_Records_Only_When_Told(bool force, string expected)
    {
        var cloud = await RunAsync(WithPrivate(Args) with { ForceDestroy = force });

        Assert.Equal(expected, $"{cloud.Input(Type, "zone", "forceDestroy")} {cloud.Input(Type, "zone-private", "forceDestroy")}");
    }

    [Fact]
    public async Task A_Zone_That_Is_There_Is_Taken_In_By_Its_Id() =>
        Assert.Equal("Z1", (await RunAsync(Args with { ImportId = "Z1" })).Require(Type, "zone").Id);

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_Zone_That_Was_Taken_In_Is_Given_Back_Unless_All_May_Go(bool forceDestroy, bool retained) =>
        Assert.Equal(retained, (await OptionsAsync(Args with { ImportId = "Z1", ForceDestroy = forceDestroy }))["zone"].RetainOnDelete is true);

    [Theory]
    [InlineData("zone")]
    [InlineData("zone-private")]
    public async Task A_Protected_Zone_Stays_Whatever_Happens(string zone)
    {
        var options = (await OptionsAsync(WithPrivate(Args) with { Protect = true }))[zone];

        Assert.True(options.Protect is true && options.RetainOnDelete is true);
    }

    [Fact]
    public async Task A_Zone_That_Is_Not_Protected_Goes_With_The_Stack()
    {
        var options = (await OptionsAsync(Args))["zone"];

        Assert.False(options.Protect is true || options.RetainOnDelete is true);
    }

    [Theory]
    [InlineData(null, "Z0FOUND")]
    [InlineData("Z7", "Z7")]
    public async Task Records_Go_Into_An_Existing_Zone_And_None_Is_Made(string? id, string used)
    {
        var cloud = await RunAsync(Args with { Existing = new(id), Records = [new() { Name = "dev.example.com", Type = "A", Values = ["192.0.2.1"] }] });

        Assert.DoesNotContain(cloud.Requests, request => request.Type == Type);
        Assert.Equal(used, cloud.Text(Record, "zone-dev.example.com-A", "zoneId"));
    }

    [Fact]
    public async Task The_Id_Of_Another_Zone_Is_Refused()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => RunAsync(Args with
        {
            DomainName = "prod.example.com",
            Existing = new("Z7"),
            Records = [new() { Name = "prod.example.com", Type = "A", Values = ["192.0.2.1"] }],
        }));

        Assert.Contains("Zone 'Z7' is that of 'dev.example.com', not of 'prod.example.com'. Set the id of the zone of 'prod.example.com'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Zone_Above_Delegates_To_The_Name_Servers()
    {
        var inputs = (await RunAsync(Args with { ParentZoneId = "Z0ABOVE" })).Require(Record, "zone-delegation").Inputs;

        Assert.Equal("""Z0ABOVE dev.example.com NS ["ns-1.example.net"]""", $"{inputs["zoneId"]} {inputs["name"]} {inputs["type"]} {Cloud.Json(inputs["records"])}");
    }

    [Fact]
    public async Task The_Private_Zone_Is_That_Of_The_Vpc() =>
        Assert.Equal("""[{"vpcId":"vpc-1"}]""", (await RunAsync(WithPrivate(Args))).Input(Type, "zone-private", "vpcs"));

    [Fact]
    public async Task A_Fleets_Name_Is_In_The_Private_Zone() =>
        Assert.Equal("""["nodes.web.dev.example.com"]""", (await RunAsync(WithPrivate(Args))).Input(Record, "zone-private-www.dev.example.com-CNAME", "records"));

    [Fact]
    public async Task Records_Are_In_Both_Zones()
    {
        var cloud = await RunAsync(WithPrivate(Args) with { Records = [new() { Name = "dev.example.com", Type = "TXT", Ttl = 60, Values = ["say \"hi\""] }] });

        Assert.Equal(
            ["""["say \\\"hi\\\""] 60""", """["say \\\"hi\\\""] 60"""],
            new[] { "zone", "zone-private" }.Select(zone => $"{cloud.Input(Record, $"{zone}-dev.example.com-TXT", "records")} {cloud.Input(Record, $"{zone}-dev.example.com-TXT", "ttl")}"));
    }

    [Theory]
    [InlineData("Z2FDTNDATAQYW2", "Z2FDTNDATAQYW2")]
    [InlineData("", "Z0123456789ABC")]
    public async Task An_Alias_Follows_Its_Target_And_Has_No_Values(string zoneId, string used)
    {
        var inputs = (await RunAsync(Args with { Records = [new() { Name = "a.dev.example.com", Type = "A", Alias = new() { Name = "b.example.net", ZoneId = zoneId } }] }))
            .Require(Record, "zone-a.dev.example.com-A").Inputs;

        Assert.Equal($$"""[{"evaluateTargetHealth":false,"name":"b.example.net","zoneId":"{{used}}"}]""", Cloud.Json(inputs["aliases"]));
        Assert.DoesNotContain(inputs.Keys, key => key is "ttl" or "records");
    }

    [Fact]
    public async Task An_Alias_Comes_After_What_It_Follows()
    {
        var options = await OptionsAsync(Args with
        {
            Records =
            [
                new() { Name = "a.dev.example.com", Type = "A", Alias = new() { Name = "B.dev.example.com" } },
                new() { Name = "b.dev.example.com", Type = "A", Alias = new() { Name = "c.dev.example.com" } },
                new() { Name = "c.dev.example.com", Type = "A", Values = ["192.0.2.1"] },
            ],
        });

        var after = await OutputUtilities.GetValueAsync(options["zone-a.dev.example.com-A"].DependsOn.ToOutput());

        Assert.Equal(["zone-b.dev.example.com-A"], after.Select(resource => resource.GetResourceName()));
    }

    private static ZoneArgs WithPrivate(ZoneArgs args) => args with
    {
        PrivateZone = new() { DomainName = args.DomainName, VpcId = "vpc-1", Domains = new Dictionary<string, string> { ["web"] = "www.dev.example.com" } },
    };

    private static Task<Cloud> RunAsync(ZoneArgs args) => Cloud.RunAsync(() => _ = new Zone("zone", args));

    private static async Task<Dictionary<string, CustomResourceOptions>> OptionsAsync(ZoneArgs args)
    {
        var seen = new Dictionary<string, CustomResourceOptions>();
        await Cloud.RunAsync(() => _ = new Zone("zone", args, new()
        {
            ResourceTransformations =
            {
                resource =>
                {
                    if (resource.Options is CustomResourceOptions options) seen[resource.Resource.GetResourceName()] = options;
                    return null;
                },
            },
        }));
        return seen;
    }
}
