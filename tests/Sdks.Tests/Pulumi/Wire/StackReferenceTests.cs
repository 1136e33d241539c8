using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class StackReferenceTests
{
    [Fact]
    public async Task Another_Stack_Is_Read_By_Its_Name()
    {
        var engine = await WireProgram.RunAsync(() => _ = new StackReference("organization/base/dev"), Outputs);

        Wire.Equal(
            $$"""
            {
              "id": "organization/base/dev", "type": "pulumi:pulumi:StackReference", "name": "organization/base/dev", "parent": "{{Wire.StackUrn}}",
              "properties": { "name": "organization/base/dev" }, "acceptSecrets": true, "acceptResources": true
            }
            """,
            engine.Json<ReadResourceRequest>());
    }

    [Fact]
    public async Task An_Output_That_Is_No_Secret_There_Is_None_Here()
    {
        Output<object> zone = null!;
        await WireProgram.RunAsync(() => zone = new StackReference("base").RequireOutput("zone"), Outputs);

        Assert.Equal(("Z1", false), (await zone.ValueAsync(), await Output.IsSecretAsync(zone)));
    }

    [Fact]
    public async Task An_Output_That_Is_Secret_There_Is_Secret_Here()
    {
        Output<object?> password = null!;
        await WireProgram.RunAsync(() => password = new StackReference("base").GetOutput("password")!, Outputs);

        Assert.True(await Output.IsSecretAsync(password));
    }

    private static void Outputs(WireEngine engine) => engine.ReadResource = request =>
    {
        var response = engine.Answers.ReadResource(request);
        response.Properties = Struct.Parser.ParseJson(
            $$"""
            {
              "name": "base",
              "outputs": { "zone": "Z1", "password": {{Wire.Secret("\"hush\"")}} },
              "secretOutputNames": ["password"]
            }
            """);
        return Task.FromResult(response);
    };
}
