using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Grpc;

public sealed class GrpcSizeTests
{
    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    public async Task A_Deeply_Nested_Value_Goes_There_And_Back(int depth)
    {
        var echo = await EchoAsync(Nested(depth));

        Assert.Equal(depth, Depth(echo));
    }

    [Fact]
    public async Task Fifty_Mebibytes_Go_There_And_Back()
    {
        var text = new string('x', 50 * 1024 * 1024);

        var echo = await EchoAsync(Value.ForString(text));

        Assert.Equal(text.Length, echo.StringValue.Length);
    }

    private static async Task<Value> EchoAsync(Value value)
    {
        await using var engine = await WireEngine.StartAsync();
        engine.Invoke = request => Task.FromResult(new ResourceInvokeResponse { Return = request.Args });
        var request = new ResourceInvokeRequest { Args = new Struct { Fields = { ["value"] = value } } };
        var response = await new GrpcMonitor(engine.MonitorAddress).InvokeAsync(request);
        return response.Return.Fields["value"];
    }

    private static Value Nested(int depth)
    {
        var value = Value.ForString("bottom");
        for (var level = 0; level < depth; level++) value = Value.ForStruct(new Struct { Fields = { ["in"] = value } });
        return value;
    }

    private static int Depth(Value value)
    {
        var depth = 0;
        for (; value.StructValue is { } fields; value = fields.Fields["in"]) depth++;
        return depth;
    }
}
