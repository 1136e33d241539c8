using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>Engines that lack what today's have.</summary>
public sealed class EngineAgeTests
{
    [Fact]
    public async Task An_Engine_Without_References_Gets_A_Resource_As_Its_Id()
    {
        var engine = await WireProgram.RunAsync(
            () => _ = new Thing("thing", new ThingArgs { Other = new Thing("other") }),
            engine => engine.SupportsFeature = _ => Task.FromResult(new SupportsFeatureResponse()));

        Assert.Equal("other-id", engine.Registration("thing").Object.Fields["other"].StringValue);
    }

    [Fact]
    public async Task Only_What_Is_Used_Is_Asked_For()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Thing("thing"));

        Assert.Equal(["resourceReferences"], engine.Requests<SupportsFeatureRequest>().Select(request => request.Id));
    }
}
