using Pulumi;
using Pulumi.Rpc;
using Alias = Pulumi.Alias;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>Where a resource's options stand on the wire.</summary>
public sealed class OptionsTests
{
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
                HideDiffs = { "list" },
                ReplaceWith = { other },
                ReplacementTrigger = Output.Create<object>("1"),
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
              "hideDiffs": ["list"], "replaceWith": ["{{Wire.ThingUrn("other")}}"], "replacementTrigger": "1",
              "aliases": [{ "spec": { "name": "old" } }, { "urn": "{{Wire.ThingUrn("older")}}" }],
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.RegistrationJson("thing"));
    }

    [Fact]
    public async Task An_Option_Left_Out_Is_Not_Sent()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Thing("thing"));

        Assert.Equal(
            ["acceptResources", "acceptSecrets", "custom", "name", "object", "parent", "supportsResultReporting", "type", "version"],
            engine.RegistrationJson("thing").AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_Child_Is_Protected_With_Its_Component()
    {
        var engine = await WireProgram.RunAsync(() => new Things("group", new() { Protect = true }).Add("child"));

        Assert.True(engine.Registration("child").Protect);
    }

    [Fact]
    public async Task A_Former_Parent_Is_Told_By_Its_Urn_Or_As_None()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            var parent = new Thing("parent");
            _ = new Thing("thing", null, new() { Aliases = { new Alias { Parent = parent }, new Alias { ParentUrn = "urn:pulumi:x" }, new Alias { NoParent = true } } });
        });

        Wire.Equal(
            $$"""[{ "spec": { "parentUrn": "{{Wire.ThingUrn("parent")}}" } }, { "spec": { "parentUrn": "urn:pulumi:x" } }, { "spec": { "noParent": true } }]""",
            engine.RegistrationJson("thing")["aliases"]!);
    }

    [Fact]
    public async Task Variables_Are_Mapped_For_A_Provider()
    {
        var engine = await WireProgram.RunAsync(() => _ = new TestProvider("own", new() { EnvVarMappings = { ["MY_REGION"] = "AWS_REGION" } }));

        Assert.Equal("AWS_REGION", engine.Registration("own").EnvVarMappings["MY_REGION"]);
    }

    [Fact]
    public async Task An_Option_That_The_Engine_Does_Not_Know_Is_Refused_Before_It_Is_Lost()
    {
        var engine = await WireProgram.RunAsync(
            () => _ = new Thing("thing", null, new() { DeletedWith = new Thing("other") }),
            engine => engine.SupportsFeature = request => Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id != "deletedWith" }),
            expectedExitCode: 32);

        Assert.Contains("DeletedWith", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Transformation_Of_A_Component_Changes_Its_Children()
    {
        ResourceTransformationResult? Rename(ResourceTransformationArgs args)
        {
            if (args.Args is ThingArgs thing) thing.Text = "transformed";
            return new ResourceTransformationResult(args.Args, args.Options);
        }

        var engine = await WireProgram.RunAsync(() => new Things("group", new() { ResourceTransformations = { Rename } }).Add("child", new ThingArgs { Text = "given" }));

        Assert.Equal("transformed", engine.Registration("child").Object.Fields["text"].StringValue);
    }
}
