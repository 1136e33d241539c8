using Dockerland.Tests.Support.Engine;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Grpc;

public sealed class GrpcMonitorTests
{
    [Fact]
    public async Task An_Engine_Without_The_Shutdown_Call_Is_Served_Too()
    {
        await using var engine = await WireEngine.StartAsync();
        engine.SignalAndWaitForShutdown = _ => throw new WireFailure(RpcStatusCode.Unimplemented, "unknown method SignalAndWaitForShutdown");

        await new GrpcMonitor(engine.MonitorAddress).SignalAndWaitForShutdownAsync();

        Assert.Equal("/pulumirpc.ResourceMonitor/SignalAndWaitForShutdown", Assert.Single(engine.Calls).Method);
    }

    [Fact]
    public async Task Any_Other_Failure_Of_The_Shutdown_Call_Counts()
    {
        await using var engine = await WireEngine.StartAsync();
        var monitor = new GrpcMonitor(engine.MonitorAddress);
        await monitor.SignalAndWaitForShutdownAsync();

        var error = await Assert.ThrowsAsync<RpcException>(monitor.SignalAndWaitForShutdownAsync);

        Assert.Equal(RpcStatusCode.Unknown, error.StatusCode);
    }

    [Fact]
    public async Task A_Feature_Is_Asked_For_Once_However_Many_Want_To_Know()
    {
        await using var engine = await WireEngine.StartAsync();
        var monitor = new GrpcMonitor(engine.MonitorAddress);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => monitor.SupportsFeatureAsync("resourceReferences"))));

        Assert.Single(engine.Calls);
    }

    [Fact]
    public async Task Each_Feature_Has_Its_Own_Answer()
    {
        await using var engine = await WireEngine.StartAsync();
        var monitor = new GrpcMonitor(engine.MonitorAddress);

        var answers = (await monitor.SupportsFeatureAsync("resourceReferences"), await monitor.SupportsFeatureAsync("timeTravel"));

        Assert.Equal((true, false), answers);
    }

    [Fact]
    public async Task Every_Method_Reaches_Its_Path()
    {
        await using var engine = await WireEngine.StartAsync();
        engine.Call = _ => Task.FromResult(new CallResponse());
        engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse());
        var monitor = new GrpcMonitor(engine.MonitorAddress);
        var messages = new GrpcEngine(engine.EngineAddress);

        await messages.RequirePulumiVersionAsync(new RequirePulumiVersionRequest());
        await messages.LogAsync(new LogRequest());
        var stack = await monitor.RegisterResourceAsync(null!, new RegisterResourceRequest { Type = "pulumi:pulumi:Stack", Name = "dockerland-dev" });
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = stack.Urn, Outputs = new Struct() });
        await monitor.ReadResourceAsync(null!, new ReadResourceRequest { Type = "a:b:C", Name = "c", Id = "c-1" });
        await monitor.InvokeAsync(new ResourceInvokeRequest());
        await monitor.CallAsync(new ResourceCallRequest());
        await monitor.RegisterPackageAsync(new RegisterPackageRequest());

        Assert.Equal(
            ["Engine/RequirePulumiVersion", "Engine/Log", "ResourceMonitor/RegisterResource", "ResourceMonitor/RegisterResourceOutputs",
                "ResourceMonitor/ReadResource", "ResourceMonitor/Invoke", "ResourceMonitor/Call", "ResourceMonitor/RegisterPackage"],
            engine.Calls.Select(call => call.Method["/pulumirpc.".Length..]));
    }
}
