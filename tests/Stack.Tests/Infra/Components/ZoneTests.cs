using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class ZoneTests
{
    private const string Type = "aws:route53/zone:Zone";

    [Fact]
    public async Task A_Zone_Has_The_Name_It_Is_Given()
    {
        var cloud = await Cloud.RunAsync(() => _ = new Zone("zone", new() { DomainName = "dev.example.com" }));

        Assert.Equal("dev.example.com", cloud.Text(Type, "zone", "name"));
    }

    [Fact]
    public async Task A_Zone_Goes_With_Its_Records_Only_When_Told()
    {
        var cloud = await Cloud.RunAsync(() =>
        {
            _ = new Zone("kept", new() { DomainName = "a.example.com" });
            _ = new Zone("gone", new() { DomainName = "b.example.com", ForceDestroy = true });
        });

        Assert.Equal("false true", $"{cloud.Input(Type, "kept", "forceDestroy")} {cloud.Input(Type, "gone", "forceDestroy")}");
    }

    [Fact]
    public async Task A_Zone_That_Is_There_Is_Taken_In_By_Its_Id()
    {
        var cloud = await Cloud.RunAsync(() => _ = new Zone("zone", new() { DomainName = "dev.example.com", ImportId = "Z1" }));

        Assert.Equal("Z1", cloud.Require(Type, "zone").Id);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task A_Zone_That_Was_Taken_In_Is_Given_Back_Unless_All_May_Go(bool forceDestroy, bool retained)
    {
        var seen = new List<bool?>();
        await Cloud.RunAsync(() => _ = new Zone(
            "zone",
            new() { DomainName = "dev.example.com", ImportId = "Z1", ForceDestroy = forceDestroy },
            new() { ResourceTransformations = { Record(seen) } }));

        Assert.Equal(retained, seen[^1]);
    }

    private static ResourceTransformation Record(List<bool?> seen) => args =>
    {
        seen.Add(args.Options.RetainOnDelete);
        return null;
    };
}
