using System.Collections.Immutable;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>What a registration is on the wire, as whole messages.</summary>
public sealed class RegisterResourceTests
{
    [Fact]
    public async Task A_Stack_Has_Neither_Parent_Nor_Inputs()
    {
        var engine = await WireProgram.RunAsync(() => { });

        Wire.Equal(
            """
            {
              "type": "pulumi:pulumi:Stack", "name": "dockerland-dev", "object": {},
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.Json<RegisterResourceRequest>());
    }

    [Fact]
    public async Task A_Resource_Sends_Each_Kind_Of_Input_In_Its_Own_Form()
    {
        var engine = await WireProgram.PreviewAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("thing", new ThingArgs
            {
                Text = Output.CreateSecret("hush"),
                Count = 3,
                File = new StringAsset("hello"),
                Other = other,
                List = { "plain", other.Address.Apply(address => address!), Output.CreateSecret("element") },
                Map = { ["key"] = "value" },
                Settings = ImmutableDictionary<string, int>.Empty.Add("a", 1),
            });
        });

        Wire.Equal(
            $$"""
            {
              "type": "test:index:Thing", "name": "thing", "parent": "{{Wire.StackUrn}}", "custom": true, "version": "1.2.3",
              "object": {
                "text": {{Wire.Secret("\"hush\"")}},
                "count": 3,
                "file": {{Wire.TextAsset("hello")}},
                "other": {{Wire.Reference(Wire.ThingUrn("other"), "")}},
                "list": ["plain", "{{Wire.Unknown}}", {{Wire.Secret("\"element\"")}}],
                "map": { "key": "value" },
                "settings": "{ \"a\": 1 }"
              },
              "dependencies": ["{{Wire.ThingUrn("other")}}"],
              "propertyDependencies": {
                "text": {}, "count": {}, "file": {}, "map": {}, "settings": {},
                "other": { "urns": ["{{Wire.ThingUrn("other")}}"] },
                "list": { "urns": ["{{Wire.ThingUrn("other")}}"] }
              },
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.RegistrationJson("thing"));
    }

    [Fact]
    public async Task An_Empty_Id_Registers_And_Does_Not_Read()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Thing("thing", options: new() { Id = "" }));

        Assert.Equal((1, 0), (engine.Requests<RegisterResourceRequest>().Count(request => request.Name == "thing"), engine.Requests<ReadResourceRequest>().Count));
    }

    [Fact]
    public async Task Inputs_Left_Out_Are_Not_Sent()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Thing("thing", new ThingArgs { Text = (Input<string>?)null }));

        Assert.Empty(engine.Registration("thing").Object.Fields);
    }
}
