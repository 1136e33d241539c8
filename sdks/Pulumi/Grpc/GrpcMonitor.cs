using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;

namespace Pulumi.Grpc;

/// <summary>The resource monitor of a running engine.</summary>
internal sealed class GrpcMonitor(string address) : IMonitor
{
    private readonly GrpcClient _client = new(address, "pulumirpc.ResourceMonitor");
    private readonly ConcurrentDictionary<string, Lazy<Task<bool>>> _features = new(StringComparer.Ordinal);

    // Lazy, as every resource asks at once when the program starts.
    public Task<bool> SupportsFeatureAsync(string feature) =>
        _features.GetOrAdd(feature, id => new(() => AskForFeatureAsync(id))).Value;

    public Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request) =>
        _client.CallAsync<RegisterResourceResponse>("RegisterResource", request);

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        _client.CallAsync<Empty>("RegisterResourceOutputs", request);

    public Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request) =>
        _client.CallAsync<ReadResourceResponse>("ReadResource", request);

    public Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) =>
        _client.CallAsync<ResourceInvokeResponse>("Invoke", request);

    public Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        _client.CallAsync<CallResponse>("Call", request);

    public Task<RegisterPackageResponse> RegisterPackageAsync(Rpc.RegisterPackageRequest request) =>
        _client.CallAsync<RegisterPackageResponse>("RegisterPackage", request);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await _client.CallAsync<Empty>("SignalAndWaitForShutdown", new Empty()).ConfigureAwait(false);
        }
        catch (RpcException error) when (error.StatusCode == RpcStatusCode.Unimplemented)
        {
            // An engine older than this call waits for the program's exit instead.
        }
    }

    private async Task<bool> AskForFeatureAsync(string id)
    {
        var answer = await _client.CallAsync<SupportsFeatureResponse>("SupportsFeature", new SupportsFeatureRequest { Id = id }).ConfigureAwait(false);
        return answer.HasSupport;
    }
}
