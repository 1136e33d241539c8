using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>Resources that exist already and are only looked at.</summary>
public sealed class ReadResourceTests
{
    [Fact]
    public async Task A_Read_Resource_Is_Asked_For_By_Its_Id()
    {
        var engine = await WireProgram.RunAsync(() => _ = Thing.Get("thing", "i-1", new CustomResourceOptions { DependsOn = new Thing("other") }));

        Wire.Equal(
            $$"""
            {
              "id": "i-1", "type": "test:index:Thing", "name": "thing", "parent": "{{Wire.StackUrn}}", "properties": {},
              "dependencies": ["{{Wire.ThingUrn("other")}}"], "version": "1.2.3", "acceptSecrets": true, "acceptResources": true
            }
            """,
            engine.Json<ReadResourceRequest>());
    }

    [Fact]
    public async Task A_Read_Resource_Has_What_The_Engine_Read()
    {
        Thing thing = null!;
        await WireProgram.RunAsync(() => thing = Thing.Get("thing", "i-1"), engine => engine.ReadResource = request =>
        {
            var response = engine.Answers.ReadResource(request);
            response.Properties = new() { Fields = { ["address"] = Value.ForString("10.0.0.1") } };
            return Task.FromResult(response);
        });

        Assert.Equal(("i-1", "10.0.0.1"), (await thing.Id.ValueAsync(), await thing.Address.ValueAsync()));
    }

    [Fact]
    public async Task An_Id_That_Is_Not_Known_Yet_Registers()
    {
        var engine = await WireProgram.PreviewAsync(() => _ = Thing.Get("thing", new Thing("other").Id));

        Assert.Equal((1, 0), (engine.Requests<RegisterResourceRequest>().Count(request => request.Name == "thing"), engine.Requests<ReadResourceRequest>().Count));
    }

    [Fact]
    public async Task A_Resource_Known_By_Its_Urn_Gets_Its_State_From_The_Engine()
    {
        Thing again = null!;
        var engine = await WireProgram.RunAsync(async () =>
        {
            var thing = new Thing("thing", new ThingArgs { Text = "given" });
            again = new Thing("again", null, new() { Urn = await thing.Urn.ValueAsync() });
        });

        Assert.Equal(("thing-id", "given"), (await again.Id.ValueAsync(), await again.Text.ValueAsync()));
        Assert.DoesNotContain(engine.Requests<RegisterResourceRequest>(), request => request.Name == "again");
    }
}
