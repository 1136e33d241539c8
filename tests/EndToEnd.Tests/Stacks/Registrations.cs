using System.Text.Json;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>What a program asked the engine to register in a run.</summary>
internal static class Registrations
{
    public static IEnumerable<JsonElement> Of(PulumiRun run) =>
        run.Calls.Where(call => call.Method == "/pulumirpc.ResourceMonitor/RegisterResource").Select(call => call.Request);

    /// <summary>The inputs of the one resource of a type, or of the one of that name.</summary>
    public static JsonElement Registered(this PulumiRun run, string type, string? name = null) =>
        Of(run).Single(request => request.GetProperty("type").GetString() == type && (name is null || request.GetProperty("name").GetString() == name))
            .GetProperty("object");
}
