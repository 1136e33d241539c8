using System.Text.Json;

namespace Dockerland.Tests.Support.Deployments;

/// <summary>One finished gRPC call between the engine and a program or provider, as PULUMI_DEBUG_GRPC writes it.</summary>
public sealed record EngineCall(string Method, JsonElement Request, JsonElement Response)
{
    internal static EngineCall? Read(JsonElement line) =>
        line.TryGetProperty("method", out var method) && line.TryGetProperty("request", out var request) && line.TryGetProperty("response", out var response)
            ? new EngineCall(method.GetString()!, request, response)
            : null;
}
