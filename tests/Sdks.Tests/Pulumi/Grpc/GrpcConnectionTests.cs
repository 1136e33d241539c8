using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Engine;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Grpc;

/// <summary>What becomes of calls when the engine goes away, or takes its time.</summary>
public sealed class GrpcConnectionTests
{
    [Fact]
    public async Task An_Engine_That_Was_Never_There_Is_An_Error_To_Report()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => new GrpcEngine("127.0.0.1:1").LogAsync(new LogRequest()));

        Assert.Equal((RpcStatusCode.Unavailable, false), (error.StatusCode, error.IsEngineShutdown));
    }

    [Fact]
    public async Task An_Unreachable_Engine_Is_Named_With_The_Way_Out()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => new GrpcEngine("127.0.0.1:1").LogAsync(new LogRequest()));

        Assert.StartsWith("Can't reach the engine at 127.0.0.1:1. Run the program with the pulumi command.", error.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Engine_That_Answered_And_Is_Gone_Has_Shut_Down()
    {
        await using var engine = await WireEngine.StartAsync();
        var monitor = new GrpcMonitor(engine.MonitorAddress);
        await monitor.SupportsFeatureAsync("secrets");
        await engine.CancelAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => monitor.InvokeAsync(new ResourceInvokeRequest()));

        Assert.Equal((RpcStatusCode.Unavailable, true), (error.StatusCode, error.IsEngineShutdown));
    }

    [Fact]
    public async Task A_Call_Under_Way_When_The_Engine_Cancels_Ends_With_Its_Shutdown()
    {
        await using var engine = await WireEngine.StartAsync();
        var arrived = new TaskCompletionSource();
        engine.Invoke = _ =>
        {
            arrived.SetResult();
            return new TaskCompletionSource<ResourceInvokeResponse>().Task;
        };

        var call = new GrpcMonitor(engine.MonitorAddress).InvokeAsync(new ResourceInvokeRequest());
        await arrived.Task;
        await engine.CancelAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => call);

        Assert.Equal((RpcStatusCode.Unavailable, true), (error.StatusCode, error.IsEngineShutdown));
    }

    [Theory]
    [InlineData("resource monitor shut down while waiting on step's done channel")]
    [InlineData("resource monitor shut down while sending resource registration")]
    [InlineData("resource monitor shut down while waiting on output step's done channel")]
    public async Task The_Words_Of_A_Shutdown_Are_Known(string words)
    {
        var error = await InvokeErrorAsync(new WireFailure(RpcStatusCode.Unavailable, words));

        Assert.True(error.IsEngineShutdown);
    }

    [Fact]
    public async Task A_Provider_That_Is_Unavailable_Is_No_Shutdown()
    {
        var error = await InvokeErrorAsync(new WireFailure(RpcStatusCode.Unavailable, "ec2.us-east-1.amazonaws.com: no such host"));

        Assert.False(error.IsEngineShutdown);
    }

    [Fact]
    public async Task A_Connection_That_Breaks_In_A_Call_Fails_The_Call_At_Once()
    {
        await using var engine = await WireEngine.StartAsync();
        engine.Invoke = _ => throw new WireDeath();

        var error = await Assert.ThrowsAsync<RpcException>(() => new GrpcMonitor(engine.MonitorAddress).InvokeAsync(new ResourceInvokeRequest()));

        Assert.Equal(RpcStatusCode.Internal, error.StatusCode);
    }

    [Fact]
    public async Task A_Server_That_Dies_In_A_Call_Is_Unavailable()
    {
        var arrived = new TaskCompletionSource();
        await using var server = await Http2Server.StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var call = new GrpcMonitor(server.Address).InvokeAsync(new ResourceInvokeRequest());
        await arrived.Task;
        await server.KillAsync();
        var error = await Assert.ThrowsAsync<RpcException>(() => call);

        Assert.Equal(RpcStatusCode.Unavailable, error.StatusCode);
    }

    [Fact]
    public void No_Call_Ever_Times_Out() => Assert.Equal(Timeout.InfiniteTimeSpan, GrpcClient.Http.Timeout);

    [Fact]
    public async Task A_Slow_Call_Ends_Well_While_Hundreds_Pass_It()
    {
        await using var engine = await WireEngine.StartAsync();
        var created = new TaskCompletionSource<RegisterResourceResponse>();
        engine.RegisterResource = _ => created.Task;
        var monitor = new GrpcMonitor(engine.MonitorAddress);

        var slow = monitor.RegisterResourceAsync(null!, new RegisterResourceRequest());
        var quick = Enumerable.Range(0, 300).Select(id => monitor.SupportsFeatureAsync($"{id}"));
        await Task.WhenAll(quick);
        created.SetResult(new RegisterResourceResponse { Id = "at last" });

        Assert.Equal("at last", (await slow).Id);
    }

    [Fact]
    public async Task Hundreds_Of_Creations_May_Be_Under_Way_At_Once()
    {
        await using var engine = await WireEngine.StartAsync();
        var created = new TaskCompletionSource<RegisterResourceResponse>();
        engine.RegisterResource = _ => created.Task;
        var monitor = new GrpcMonitor(engine.MonitorAddress);

        var creations = Enumerable.Range(0, 300).Select(_ => monitor.RegisterResourceAsync(null!, new RegisterResourceRequest())).ToArray();
        await Condition.WaitAsync("all 300 have arrived", TimeSpan.FromSeconds(30), () => Task.FromResult(engine.Calls.Count == 300));
        created.SetResult(new RegisterResourceResponse { Id = "id" });

        Assert.All(await Task.WhenAll(creations), response => Assert.Equal("id", response.Id));
    }

    private static async Task<RpcException> InvokeErrorAsync(WireFailure failure)
    {
        await using var engine = await WireEngine.StartAsync();
        engine.Invoke = _ => throw failure;
        return await Assert.ThrowsAsync<RpcException>(() => new GrpcMonitor(engine.MonitorAddress).InvokeAsync(new ResourceInvokeRequest()));
    }
}
