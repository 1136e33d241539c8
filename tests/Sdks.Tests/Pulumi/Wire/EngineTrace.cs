using System.Text.Json.Nodes;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>
/// <c>Data/engine-trace.jsonl</c>: what the real engine was asked and answered while it ran a program that was written against the
/// official SDK of another language. The trace holds a part of the program's resources; those that they refer to are in <see cref="NotInTheTrace"/>.
/// </summary>
internal sealed class EngineTrace
{
    /// <summary>What the other SDK sends and we don't: the reason, and how it is taken away from a recorded call (to nothing, or a smaller one).</summary>
    public static readonly IReadOnlyList<(string Reason, Func<TracedCall, TracedCall?> Less)> OnlyTheOther =
    [
        ("It asks for every feature that it knows before it starts; we ask for a feature when a resource is about to use it.",
            call => call.Method.EndsWith("/SupportsFeature", StringComparison.Ordinal) ? null : call),
        ("It always sends timeouts, also when none is set; an engine takes absent ones and empty ones alike.",
            call => call.Without("customTimeouts", "{}")),
        ("The engine asks the language host to run the program, which isn't the SDK's business.",
            call => call.Method.StartsWith("/pulumirpc.LanguageRuntime/", StringComparison.Ordinal) ? null : call),
    ];

    private static readonly Dictionary<string, string> NotInTheTrace = new(StringComparer.Ordinal)
    {
        ["aws:cloudwatch/logGroup:LogGroup"] = """{ "name": "updater-181da2a" }""",
        ["aws:iam/role:Role"] = """{ "arn": "arn:aws:iam::123456789012:role/updater-5d3c5a0" }""",
        ["aws:sqs/queue:Queue"] = """{ "arn": "arn:aws:sqs:us-east-1:123456789012:dlq-502871a" }""",
        ["aws:ec2/subnet:Subnet"] = """{ "id": "subnet-702ec93b51c465921" }""",
        ["aws:ec2/launchTemplate:LaunchTemplate"] = """{ "id": "lt-5436d62863643dada", "latestVersion": 1 }""",
        ["aws:route53/zone:Zone"] = """{ "id": "Z8BFBCDFA052A3FB05CC9" }""",
        ["command:local:Command"] = """{ "stdout": "created hello" }""",
    };

    public IReadOnlyList<TracedCall> Calls { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "engine-trace.jsonl")).Select(TracedCall.Parse)];

    /// <summary>The recorded calls, less what only the other SDK sends.</summary>
    public IReadOnlyDictionary<string, JsonNode> Expected => Calls
        .Select(call => OnlyTheOther.Aggregate((TracedCall?)call, (rest, difference) => rest is null ? null : difference.Less(rest)))
        .OfType<TracedCall>()
        .ToDictionary(call => call.Key, call => call.Request);

    /// <summary>Lets an engine answer as it is recorded.</summary>
    public void Replay(WireEngine engine)
    {
        engine.RegisterResource = request => Task.FromResult(NotInTheTrace.TryGetValue(request.Type, out var outputs)
            ? Answer(engine, request, Struct.Parser.ParseJson(outputs))
            : Answer<RegisterResourceResponse>(TracedCall.KeyOf("RegisterResource", request.Type, request.Name)));
        engine.Invoke = request => Task.FromResult(Answer<ResourceInvokeResponse>(TracedCall.KeyOf("Invoke", request.Tok)));
        engine.RegisterResourceOutputs = _ => Task.FromResult(new Empty());
    }

    private T Answer<T>(string key) where T : IMessage, new() => JsonParser.Default.Parse<T>(Calls.Single(call => call.Key == key).Response.ToJsonString());

    private static RegisterResourceResponse Answer(WireEngine engine, RegisterResourceRequest request, Struct outputs)
    {
        var response = engine.Answers.RegisterResource(request);
        response.Object = outputs;
        if (outputs.Fields.TryGetValue("id", out var id)) response.Id = id.StringValue;
        return response;
    }
}

internal sealed record TracedCall(string Method, JsonNode Request, JsonNode Response)
{
    /// <summary>What tells one call from another, for parallel registrations come in any order.</summary>
    public string Key => KeyOf(Method[(Method.LastIndexOf('/') + 1)..], Text("type") ?? Text("tok") ?? Text("urn") ?? Text("id") ?? "", Text("name") ?? "");

    public static TracedCall Parse(string line)
    {
        var call = JsonNode.Parse(line)!;
        return new((string)call["method"]!, call["request"]!, call["response"]!);
    }

    public static string KeyOf(string method, string type, string name = "") => $"{method} {type} {name}".TrimEnd();

    public TracedCall Without(string member, string json)
    {
        var request = Request.DeepClone();
        if (JsonNode.DeepEquals(request[member], JsonNode.Parse(json))) request.AsObject().Remove(member);
        return this with { Request = request };
    }

    private string? Text(string member) => (string?)Request[member];
}
