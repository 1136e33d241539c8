using Dockerland.Tests.Sdks.Pulumi.Wire;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Aws;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Command.Local;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Bindings.Requests;

public sealed class FunctionTests
{
    [Fact]
    public async Task InvokeAsync_Sends_Plain_Arguments_And_Returns_The_Typed_Answer()
    {
        GetAvailabilityZonesResult zones = null!;
        var engine = await WireProgram.RunAsync(
            async () => { zones = await GetAvailabilityZones.InvokeAsync(new() { State = "available" }); },
            Answer("""{ "id": "eu", "names": ["eu-1a", "eu-1b"], "zoneIds": [], "groupNames": [] }"""));

        Assert.Equal("eu-1a eu-1b", string.Join(' ', zones.Names));
        Wire.Equal(
            $$"""
            {
              "tok": "aws:index/getAvailabilityZones:getAvailabilityZones", "args": { "state": "available" },
              "version": "{{CentralPackages.VersionOf("Pulumi.Aws")}}", "acceptResources": true
            }
            """,
            engine.Json<ResourceInvokeRequest>());
    }

    [Fact]
    public async Task Invoke_Takes_Outputs_And_Nested_Arguments()
    {
        Output<GetAmiResult> ami = null!;
        var engine = await WireProgram.RunAsync(
            () => ami = GetAmi.Invoke(new()
            {
                MostRecent = true,
                Owners = { Output.Create("amazon") },
                Filters = { new GetAmiFilterInputArgs { Name = "name", Values = { "al2023-*" } } },
            }),
            Answer("""{ "imageId": "ami-1", "tags": { "a": "b" } }"""));

        Assert.Equal("ami-1", (await ami.ValueAsync()).ImageId);
        Wire.Equal(
            """{ "mostRecent": true, "owners": ["amazon"], "filters": [{ "name": "name", "values": ["al2023-*"] }] }""",
            engine.Json<ResourceInvokeRequest>()["args"]!);
    }

    [Fact]
    public async Task Invoke_Waits_For_What_Its_Options_Name()
    {
        Output<GetRegionResult> region = null!;
        var engine = await WireProgram.RunAsync(
            () => region = GetRegion.Invoke(new(), new InvokeOutputOptions { DependsOn = { new Command("first", new() { Create = "true" }) } }),
            Answer("""{ "name": "eu-central-1" }"""));

        Assert.Equal("eu-central-1", (await region.ValueAsync()).Name);
        var calls = engine.Calls.Select(call => call.Request).ToList();
        Assert.True(calls.FindIndex(call => call is RegisterResourceRequest { Name: "first" }) < calls.FindIndex(call => call is ResourceInvokeRequest));
    }

    [Fact]
    public async Task An_Explicit_Provider_Answers_With_The_Packages_Version_All_The_Same()
    {
        var engine = await WireProgram.RunAsync(
            () => GetCallerIdentity.Invoke(options: new InvokeOptions { Provider = new Provider("elsewhere") }),
            Answer("""{ "accountId": "123456789012" }"""));

        var request = Assert.Single(engine.Requests<ResourceInvokeRequest>());
        Assert.Equal("urn:pulumi:dev::dockerland::pulumi:providers:aws::elsewhere::elsewhere-id", request.Provider);
        Assert.Equal(CentralPackages.VersionOf("Pulumi.Aws"), request.Version);
    }

    [Fact]
    public async Task A_Policy_Document_Comes_Back_As_Text()
    {
        Output<string> json = null!;
        var engine = await WireProgram.RunAsync(
            () => json = GetPolicyDocument.Invoke(new()
            {
                Statements = { new GetPolicyDocumentStatementInputArgs { Actions = { "sns:Publish" }, Resources = { "*" } } },
            }).Apply(document => document.Json),
            Answer("""{ "json": "{}" }"""));

        Assert.Equal("{}", await json.ValueAsync());
        Wire.Equal(
            """{ "statements": [{ "actions": ["sns:Publish"], "resources": ["*"] }] }""",
            engine.Json<ResourceInvokeRequest>()["args"]!);
    }

    [Fact]
    public async Task An_Enum_Passes_Through_A_Function_And_Back()
    {
        RunResult result = null!;
        var engine = await WireProgram.RunAsync(
            async () => { result = await Run.InvokeAsync(new() { Command = "echo hi", Logging = Logging.StdoutAndStderr }); },
            Answer("""{ "command": "echo hi", "stdout": "hi", "stderr": "", "logging": "stdoutAndStderr" }"""));

        Assert.Equal(("hi", Logging.StdoutAndStderr), (result.Stdout, result.Logging));
        Assert.Equal("stdoutAndStderr", Assert.Single(engine.Requests<ResourceInvokeRequest>()).Args.Fields["logging"].StringValue);
    }

    private static Action<WireEngine> Answer(string json) => engine =>
        engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse { Return = Struct.Parser.ParseJson(json) });
}
