using Pulumi.Rpc;

namespace Pulumi.Grpc;

/// <summary>The engine's resource monitor: what a program declares goes through it.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request);

    Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request);

    Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request);

    Task<CallResponse> CallAsync(ResourceCallRequest request);

    Task<RegisterPackageResponse> RegisterPackageAsync(Rpc.RegisterPackageRequest request);

    /// <summary>Tells that nothing more will be registered; returns when the engine has executed every step.</summary>
    Task SignalAndWaitForShutdownAsync();
}
