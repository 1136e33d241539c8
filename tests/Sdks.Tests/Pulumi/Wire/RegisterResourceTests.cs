using System.Collections.Immutable;
using Dockerland.Tests.Support.Engine;
using Pulumi;
using Pulumi.Rpc;
using Alias = Pulumi.Alias;

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

    [Fact]
    public async Task Every_Option_Of_A_Resource_Reaches_Its_Field()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            var other = new Thing("other");
            _ = new Thing("thing", null, new CustomResourceOptions
            {
                Protect = false,
                DependsOn = other,
                DeletedWith = other,
                DeleteBeforeReplace = true,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "count" },
                AdditionalSecretOutputs = { "address" },
                ImportId = "i-1",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
                RetainOnDelete = true,
                PluginDownloadURL = "https://plugins.example.com",
                Version = "2.0.0",
                Aliases = { new Alias { Name = "old" }, new Alias { Urn = Wire.ThingUrn("older") } },
            });
        });

        Wire.Equal(
            $$"""
            {
              "type": "test:index:Thing", "name": "thing", "parent": "{{Wire.StackUrn}}", "custom": true, "version": "2.0.0", "object": {},
              "protect": false, "dependencies": ["{{Wire.ThingUrn("other")}}"], "deletedWith": "{{Wire.ThingUrn("other")}}",
              "deleteBeforeReplace": true, "deleteBeforeReplaceDefined": true,
              "ignoreChanges": ["text"], "replaceOnChanges": ["count"], "additionalSecretOutputs": ["address"], "importId": "i-1",
              "customTimeouts": { "create": "300000000000ns" }, "retainOnDelete": true, "pluginDownloadURL": "https://plugins.example.com",
              "aliases": [{ "spec": { "name": "old" } }, { "urn": "{{Wire.ThingUrn("older")}}" }],
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.RegistrationJson("thing"));
    }

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
            response.Properties = new() { Fields = { ["address"] = Google.Protobuf.WellKnownTypes.Value.ForString("10.0.0.1") } };
            return Task.FromResult(response);
        });

        Assert.Equal(("i-1", "10.0.0.1"), (await thing.Id.ValueAsync(), await thing.Address.ValueAsync()));
    }
}
