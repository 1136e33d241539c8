using Pulumi.Rpc;

namespace Pulumi.Grpc;

/// <summary>The engine's own service: diagnostics that the user sees.</summary>
internal interface IEngine
{
    Task LogAsync(LogRequest request);

    Task RequirePulumiVersionAsync(RequirePulumiVersionRequest request);
}
