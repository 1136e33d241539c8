using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>Components and methods that run in a provider: outputs keep their dependencies on the way there.</summary>
public sealed class RemoteTests
{
    private const string OutputSignature = "\"4dabf18193072939515e22adb298388d\": \"d0e6a833031e9bbcd3f4e8bde6ca49a4\"";

    [Fact]
    public async Task A_Remote_Component_Gets_Whole_Outputs_And_All_Providers()
    {
        var engine = await WireProgram.PreviewAsync(() =>
        {
            var thing = new Thing("thing", new ThingArgs { Text = "given" });
            _ = new Remote("remote", new ThingArgs
            {
                Text = thing.Text.Apply(text => text!),
                List = { "plain", Output.CreateSecret("hush"), thing.Address.Apply(address => address!) },
                Count = 1,
            }, new() { Providers = { new TestProvider("own") } });
        });

        Wire.Equal(
            $$"""
            {
              "type": "test:index:Remote", "name": "remote", "parent": "{{Wire.StackUrn}}", "remote": true,
              "object": {
                "text": { {{OutputSignature}}, "value": "given", "dependencies": ["{{Wire.ThingUrn("thing")}}"] },
                "list": {
                  {{OutputSignature}}, "value": ["plain", {{Wire.Secret("\"hush\"")}}, "{{Wire.Unknown}}"], "dependencies": ["{{Wire.ThingUrn("thing")}}"]
                },
                "count": 1
              },
              "dependencies": ["{{Wire.ThingUrn("thing")}}"],
              "propertyDependencies": {
                "text": { "urns": ["{{Wire.ThingUrn("thing")}}"] }, "list": { "urns": ["{{Wire.ThingUrn("thing")}}"] }, "count": {}
              },
              "providers": { "test": "urn:pulumi:dev::dockerland::pulumi:providers:test::own::{{Wire.Unknown}}" },
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.RegistrationJson("remote"));
    }

    [Fact]
    public async Task The_Outputs_Of_A_Remote_Component_Depend_On_What_The_Engine_Says()
    {
        Remote remote = null!;
        await WireProgram.RunAsync(() => remote = new Remote("remote", new ThingArgs { Text = "given" }), engine => engine.RegisterResource = request =>
        {
            var response = engine.Answers.RegisterResource(request);
            response.PropertyDependencies["text"] = new() { Urns = { Wire.ChildUrn("inside") } };
            return Task.FromResult(response);
        });

        var engine = await WireProgram.RunAsync(() => _ = new Thing("after", new ThingArgs { Text = remote.Text.Apply(text => text!) }));

        Assert.Contains(Wire.ChildUrn("inside"), engine.Registration("after").Dependencies);
    }

    [Fact]
    public async Task A_Method_Is_Called_On_Its_Resource()
    {
        Output<string> answer = null!;
        var engine = await WireProgram.RunAsync(
            () =>
            {
                var remote = new Remote("remote", new ThingArgs());
                answer = Deployment.Instance.Call<Answered>("test:index:Remote/ask", new AskArgs { Question = new Thing("thing").Id }, remote).Apply(result => result.Answer);
            },
            engine => engine.Call = _ => Task.FromResult(new CallResponse { Return = new Struct { Fields = { ["answer"] = Value.ForString("42") } } }));

        Wire.Equal(
            $$"""
            {
              "tok": "test:index:Remote/ask",
              "args": {
                "question": { {{OutputSignature}}, "value": "thing-id", "dependencies": ["{{Wire.ThingUrn("thing")}}"] },
                "__self__": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "urn:pulumi:dev::dockerland::test:index:Remote::remote" }
              },
              "argDependencies": { "question": { "urns": ["{{Wire.ThingUrn("thing")}}"] }, "__self__": {} }
            }
            """,
            engine.Json<ResourceCallRequest>());
        Assert.Equal("42", await answer.ValueAsync());
    }

    [Fact]
    public async Task A_Package_With_Parameters_Is_Registered_Once_And_Named_By_Its_Reference()
    {
        var package = new global::Pulumi.RegisterPackageRequest("terraform", "1.0.0", "https://plugins.example.com", parameterization: new("local", "2.0.0", [1, 2]));
        var engine = await WireProgram.RunAsync(() =>
        {
            _ = new Packaged("first", package);
            _ = new Packaged("second", package);
        });

        Wire.Equal(
            """
            {
              "name": "terraform", "version": "1.0.0", "downloadUrl": "https://plugins.example.com",
              "parameterization": { "name": "local", "version": "2.0.0", "value": "AQI=" }
            }
            """,
            Assert.Single(engine.Calls, call => call.Request is global::Pulumi.Rpc.RegisterPackageRequest).Json);
        Assert.Equal(("terraform-1.0.0", "terraform-1.0.0"), (engine.Registration("first").PackageRef, engine.Registration("second").PackageRef));
    }

    private sealed class Remote(string name, ThingArgs args, ComponentResourceOptions? options = null)
        : ComponentResource("test:index:Remote", name, args, options, remote: true)
    {
        [Output("text")]
        public Output<string?> Text { get; private set; } = null!;
    }

    private sealed class Packaged(string name, global::Pulumi.RegisterPackageRequest package)
        : CustomResource("local:index:Packaged", name, null, null, package);

    private sealed class AskArgs : CallArgs
    {
        [Input("question")]
        public Input<string>? Question { get; set; }
    }

    [OutputType]
    private sealed class Answered
    {
        public readonly string Answer;

        [OutputConstructor]
        private Answered(string answer) => Answer = answer;
    }
}
