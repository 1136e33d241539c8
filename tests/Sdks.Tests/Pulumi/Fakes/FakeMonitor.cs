using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>A monitor in memory: every resource becomes what it was asked to be, with its name as id.</summary>
internal sealed class FakeMonitor : IMonitor
{
    public ConcurrentQueue<RegisterResourceRequest> Registered { get; } = new();

    public ConcurrentQueue<ReadResourceRequest> Read { get; } = new();

    public ConcurrentQueue<RegisterResourceOutputsRequest> Outputs { get; } = new();

    public ConcurrentQueue<ResourceInvokeRequest> Invoked { get; } = new();

    public ConcurrentQueue<ResourceCallRequest> Called { get; } = new();

    public ConcurrentQueue<string> PackagesRegistered { get; } = new();

    public int Signals { get; private set; }

    public Func<string, bool> Supports { get; set; } = feature => true;

    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>> OnRegister { get; set; } =
        request => Task.FromResult(Echo(request));

    public Func<ResourceInvokeRequest, Task<ResourceInvokeResponse>> OnInvoke { get; set; } =
        request => Task.FromResult(new ResourceInvokeResponse { Return = request.Args });

    public Func<ResourceCallRequest, CallResponse> OnCall { get; set; } = request => new() { Return = request.Args };

    public static RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = $"urn:pulumi:stack::project::{request.Type}::{request.Name}",
        Id = request.Custom ? request.Name : "",
        Object = request.Custom ? request.Object : new Struct(),
    };

    public RegisterResourceRequest Registration(string name) => Registered.Single(request => request.Name == name);

    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(Supports(feature));

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        Registered.Enqueue(request);
        return OnRegister(request);
    }

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request)
    {
        Outputs.Enqueue(request);
        return Task.CompletedTask;
    }

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        Read.Enqueue(request);
        return Task.FromResult(new ReadResourceResponse
        {
            Urn = $"urn:pulumi:stack::project::{request.Type}::{request.Name}",
            Properties = request.Properties,
        });
    }

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        Invoked.Enqueue(request);
        return OnInvoke(request);
    }

    public Task<CallResponse> CallAsync(ResourceCallRequest request)
    {
        Called.Enqueue(request);
        return Task.FromResult(OnCall(request));
    }

    public Task<RegisterPackageResponse> RegisterPackageAsync(global::Pulumi.Rpc.RegisterPackageRequest request)
    {
        PackagesRegistered.Enqueue(request.Name);
        return Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}-{request.Version}" });
    }

    public Task SignalAndWaitForShutdownAsync()
    {
        Signals++;
        return Task.CompletedTask;
    }
}
