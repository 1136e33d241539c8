using System.Text.Json.Nodes;
using Google.Protobuf;

namespace Dockerland.Tests.Support.Engine;

/// <summary>One call that reached the <see cref="WireEngine"/>.</summary>
/// <param name="Method">As in the path: <c>/pulumirpc.ResourceMonitor/RegisterResource</c>.</param>
internal sealed record WireCall(string Method, IMessage Request)
{
    /// <summary>The request as the engine's own trace writes it.</summary>
    public JsonNode Json => JsonNode.Parse(JsonFormatter.Default.Format(Request))!;
}
