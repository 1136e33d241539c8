using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;

namespace Pulumi.Grpc;

/// <summary>The diagnostics service of a running engine.</summary>
internal sealed class GrpcEngine(string address) : IEngine
{
    private readonly GrpcClient _client = new(address, "pulumirpc.Engine");

    public Task LogAsync(LogRequest request) => _client.CallAsync<Empty>("Log", request);

    public Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request) =>
        _client.CallAsync<Empty>("RequirePulumiVersion", request);
}
