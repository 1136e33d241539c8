using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Support.Engine;

/// <summary>
/// The engine's two services on loopback ports, for a real client. It keeps every request, and answers as the real engine would
/// (<see cref="EngineAnswers"/>) until a test puts a delegate of its own in place, which may take its time, throw a
/// <see cref="WireFailure"/> or a <see cref="WireDeath"/>.
/// </summary>
internal sealed class WireEngine : IAsyncDisposable
{
    private readonly List<WireCall> _calls = [];
    private readonly CancellationTokenSource _cancelled = new();
    private readonly Dictionary<string, (MessageParser Parser, Func<IMessage, Task<IMessage>> Answer)> _methods = new(StringComparer.Ordinal);
    private Http2Server _monitor = null!;
    private Http2Server _engine = null!;

    private WireEngine(EngineAnswers answers)
    {
        Answers = answers;
        SupportsFeature = request => Task.FromResult(EngineAnswers.SupportsFeature(request));
        RegisterResource = request => Task.FromResult(answers.RegisterResource(request));
        RegisterResourceOutputs = request => Task.FromResult(answers.RegisterResourceOutputs(request));
        ReadResource = request => Task.FromResult(answers.ReadResource(request));
        Invoke = request => Task.FromResult(answers.Invoke(request));
        Call = request => Task.FromResult(EngineAnswers.Call(request));
        RegisterPackage = request => Task.FromResult(EngineAnswers.RegisterPackage(request));
        SignalAndWaitForShutdown = _ => Task.FromResult(answers.SignalAndWaitForShutdown());
        Log = _ => Task.FromResult(new Empty());
        RequirePulumiVersion = _ => Task.FromResult(new Empty());

        // Looked up at each call, so that a test may replace an answer at any time.
        Serve("ResourceMonitor/SupportsFeature", SupportsFeatureRequest.Parser, request => SupportsFeature(request));
        Serve("ResourceMonitor/RegisterResource", RegisterResourceRequest.Parser, request => RegisterResource(request));
        Serve("ResourceMonitor/RegisterResourceOutputs", RegisterResourceOutputsRequest.Parser, request => RegisterResourceOutputs(request));
        Serve("ResourceMonitor/ReadResource", ReadResourceRequest.Parser, request => ReadResource(request));
        Serve("ResourceMonitor/Invoke", ResourceInvokeRequest.Parser, request => Invoke(request));
        Serve("ResourceMonitor/Call", ResourceCallRequest.Parser, request => Call(request));
        Serve("ResourceMonitor/RegisterPackage", RegisterPackageRequest.Parser, request => RegisterPackage(request));
        Serve("ResourceMonitor/SignalAndWaitForShutdown", Empty.Parser, request => SignalAndWaitForShutdown(request));
        Serve("Engine/Log", LogRequest.Parser, request => Log(request));
        Serve("Engine/RequirePulumiVersion", RequirePulumiVersionRequest.Parser, request => RequirePulumiVersion(request));
    }

    public EngineAnswers Answers { get; }

    public string MonitorAddress => _monitor.Address;

    public string EngineAddress => _engine.Address;

    public Func<SupportsFeatureRequest, Task<SupportsFeatureResponse>> SupportsFeature { get; set; }

    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>> RegisterResource { get; set; }

    public Func<RegisterResourceOutputsRequest, Task<Empty>> RegisterResourceOutputs { get; set; }

    public Func<ReadResourceRequest, Task<ReadResourceResponse>> ReadResource { get; set; }

    public Func<ResourceInvokeRequest, Task<ResourceInvokeResponse>> Invoke { get; set; }

    public Func<ResourceCallRequest, Task<CallResponse>> Call { get; set; }

    public Func<RegisterPackageRequest, Task<RegisterPackageResponse>> RegisterPackage { get; set; }

    public Func<Empty, Task<Empty>> SignalAndWaitForShutdown { get; set; }

    public Func<LogRequest, Task<Empty>> Log { get; set; }

    public Func<RequirePulumiVersionRequest, Task<Empty>> RequirePulumiVersion { get; set; }

    /// <summary>What arrived so far, in order.</summary>
    public IReadOnlyList<WireCall> Calls
    {
        get
        {
            lock (_calls) return [.. _calls];
        }
    }

    public static async Task<WireEngine> StartAsync(EngineAnswers? answers = null)
    {
        var engine = new WireEngine(answers ?? new EngineAnswers());
        engine._monitor = await Http2Server.StartAsync(engine.HandleAsync);
        engine._engine = await Http2Server.StartAsync(engine.HandleAsync);
        return engine;
    }

    public IReadOnlyList<T> Requests<T>() where T : IMessage => [.. Calls.Select(call => call.Request).OfType<T>()];

    /// <summary>The registration of the resource of this name.</summary>
    public RegisterResourceRequest Registration(string name) => Requests<RegisterResourceRequest>().Single(request => request.Name == name);

    /// <summary>
    /// What the engine does when a resource has failed: calls under way end, later ones find nobody. Diagnostics go on being taken.
    /// </summary>
    public async Task CancelAsync()
    {
        await _cancelled.CancelAsync();
        await _monitor.StopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cancelled.CancelAsync();
        await _monitor.DisposeAsync();
        await _engine.DisposeAsync();
        _cancelled.Dispose();
    }

    private void Serve<TRequest, TResponse>(string method, MessageParser<TRequest> parser, Func<TRequest, Task<TResponse>> answer)
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage =>
        _methods.Add($"/pulumirpc.{method}", (parser, async request => await answer((TRequest)request)));

    private async Task HandleAsync(HttpContext context)
    {
        try
        {
            var path = context.Request.Path.Value!;
            if (!_methods.TryGetValue(path, out var method))
                throw new WireFailure(RpcStatusCode.Unimplemented, $"unknown method {path}");

            var request = await GrpcWire.ReadAsync(context.Request, method.Parser);
            lock (_calls) _calls.Add(new WireCall(path, request));
            await GrpcWire.AnswerAsync(context.Response, await AnswerAsync(method.Answer(request), path));
        }
        catch (WireFailure failure)
        {
            await GrpcWire.FailAsync(context.Response, failure);
        }
        catch (WireDeath)
        {
            context.Abort();
        }
    }

    private async Task<IMessage> AnswerAsync(Task<IMessage> answer, string path)
    {
        if (path.StartsWith("/pulumirpc.Engine/", StringComparison.Ordinal)) return await answer;
        try
        {
            return await answer.WaitAsync(_cancelled.Token);
        }
        catch (OperationCanceledException) when (_cancelled.IsCancellationRequested)
        {
            throw new WireFailure(RpcStatusCode.Unavailable, "resource monitor shut down while waiting on step's done channel");
        }
    }
}
