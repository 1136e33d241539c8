using Dockerland.Tests.Sdks.Pulumi.Wire;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Aws.Ecr;
using Pulumi.Aws.Ssm;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Bindings.Requests;

/// <summary>What a schema calls secret is secret, whatever the program says.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task A_Plain_Value_Of_A_Secret_Input_Goes_Out_As_A_Secret()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Parameter("parameter", new() { Type = ParameterType.SecureString, Value = "hush" }));

        Wire.Equal($$"""{ "type": "SecureString", "value": {{Wire.Secret("\"hush\"")}} }""", engine.RegistrationJson("parameter")["object"]!);
    }

    [Fact]
    public async Task Secret_Outputs_Are_Named_To_The_Engine()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Parameter("parameter", new() { Type = ParameterType.SecureString }));

        Assert.Equal(["value", "valueWo"], engine.Registration("parameter").AdditionalSecretOutputs);
    }

    [Fact]
    public async Task A_Secret_Inside_A_Nested_Input_Stays_In_Its_Place()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Image("image", new()
        {
            ImageName = "web:1",
            Registry = new RegistryArgs { Server = "registry.example.com", Username = "pusher", Password = "hush" },
        }));

        Wire.Equal(
            $$"""{ "server": "registry.example.com", "username": "pusher", "password": {{Wire.Secret("\"hush\"")}} }""",
            engine.RegistrationJson("image")["object"]!["registry"]!);
    }

    [Fact]
    public async Task A_Secret_Output_Of_A_Resource_Is_A_Secret_Value()
    {
        Parameter parameter = null!;
        await WireProgram.RunAsync(() => parameter = new Parameter("parameter", new() { Type = "String", Value = "hush" }));

        Assert.Equal((true, "hush"), (await Output.IsSecretAsync(parameter.Value), await parameter.Value.ValueAsync()));
        Assert.False(await Output.IsSecretAsync(parameter.Type));
    }

    [Fact]
    public async Task A_Secret_In_A_Functions_Answer_Makes_The_Answer_Secret()
    {
        Output<GetAuthorizationTokenResult> token = null!;
        await WireProgram.RunAsync(
            () => token = GetAuthorizationToken.Invoke(),
            engine => engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse
            {
                Return = Struct.Parser.ParseJson($$"""{ "userName": "AWS", "password": {{Wire.Secret("\"hush\"")}} }"""),
            }));

        Assert.Equal((true, "hush"), (await Output.IsSecretAsync(token), (await token.ValueAsync()).Password));
    }
}
