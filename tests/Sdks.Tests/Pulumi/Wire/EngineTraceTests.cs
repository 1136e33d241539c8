using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>The program of the recorded trace, once more: the engine must be asked the same.</summary>
public sealed class EngineTraceTests
{
    [Fact]
    public async Task The_Engine_Is_Asked_What_The_Official_Sdk_Asked_It()
    {
        var trace = new EngineTrace();
        var engine = await WireProgram.RunAsync(Program, trace.Replay);

        var ours = engine.Calls
            .Select(call => new TracedCall(call.Method, call.Json, new JsonObject()))
            .Where(call => trace.Expected.ContainsKey(call.Key))
            .ToDictionary(call => call.Key, call => call.Request);
        Wire.Equal(Document(trace.Expected), JsonNode.Parse(Document(ours))!);
    }

    [Fact]
    public async Task No_Feature_Is_Asked_For_That_The_Official_Sdk_Does_Not_Know()
    {
        var trace = new EngineTrace();
        var engine = await WireProgram.RunAsync(Program, trace.Replay);

        var known = trace.Calls.Where(call => call.Method.EndsWith("/SupportsFeature", StringComparison.Ordinal)).Select(call => (string)call.Request["id"]!);
        Assert.Subset(known.ToHashSet(), engine.Requests<SupportsFeatureRequest>().Select(request => request.Id).ToHashSet());
    }

    [Fact]
    public void Every_Listed_Difference_Is_In_The_Trace() =>
        Assert.All(EngineTrace.OnlyTheOther, difference => Assert.Contains(
            new EngineTrace().Calls, call => difference.Less(call) is not { } rest || !JsonNode.DeepEquals(rest.Request, call.Request)));

    private static Dictionary<string, object?> Program()
    {
        _ = Deployment.Instance.Invoke<ImmutableDictionary<string, object>>(
            "aws:index/getAvailabilityZones:getAvailabilityZones", new DictionaryInvokeArgs(Map(("state", "available"))));

        _ = new Traced("aws:ec2/vpc:Vpc", "main",
            ("cidrBlock", "10.1.0.0/16"), ("enableDnsHostnames", true), ("tags", Map(("Name", "main"))));
        _ = new Traced("aws:ssm/parameter:Parameter", "secret",
            ("name", "/dev/token"), ("type", "SecureString"), ("value", Output.CreateSecret("topsecret")));
        var function = Updater();
        var (template, zone) = Fleet();
        var image = new Traced("docker:index/image:Image", "web", new CustomResourceOptions { Version = "5.2.0" },
            ("build", Map(("args", Map(("V", "hello"))), ("context", "images/web"))),
            ("imageName", "127.0.0.1:5001/web:v1"),
            ("registry", Map(("password", Output.CreateSecret("p")), ("server", "127.0.0.1:5001"), ("username", "u"))));
        var command = new Traced("command:local:Command", "hello", ("create", "echo created hello"));

        return new()
        {
            ["digest"] = image.RepoDigest,
            ["fn"] = function.Arn,
            ["lt"] = template.LatestVersion,
            ["stdout"] = command.Stdout,
            ["zone"] = zone.Id,
        };
    }

    private static Traced Updater()
    {
        var logs = new Traced("aws:cloudwatch/logGroup:LogGroup", "updater");
        var role = new Traced("aws:iam/role:Role", "updater");
        var queue = new Traced("aws:sqs/queue:Queue", "dlq");
        return new Traced("aws:lambda/function:Function", "updater",
            ("architectures", new[] { "x86_64" }),
            ("code", new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset("#!/bin/sh\n") })),
            ("deadLetterConfig", Map(("targetArn", queue.Arn))),
            ("environment", Map(("variables", Map(("TTL", "10"))))),
            ("handler", "bootstrap"),
            ("loggingConfig", Map(("logFormat", "JSON"), ("logGroup", logs.Name))),
            ("role", role.Arn),
            ("runtime", "provided.al2023"),
            ("timeout", 30));
    }

    private static (Traced Template, Traced Zone) Fleet()
    {
        var template = new Traced("aws:ec2/launchTemplate:LaunchTemplate", "web");
        var subnet = new Traced("aws:ec2/subnet:Subnet", "a");
        var zone = new Traced("aws:route53/zone:Zone", "zone");
        _ = new Traced("aws:autoscaling/group:Group", "web",
            ("instanceRefresh", Map(("preferences", Map(("autoRollback", true), ("minHealthyPercentage", 90))), ("strategy", "Rolling"))),
            ("launchTemplate", Map(("id", template.Id), ("version", template.LatestVersion.Apply(version => $"{version}")))),
            ("maxSize", 3),
            ("minSize", 1),
            ("tags", new object[]
            {
                Map(("key", "docker.role"), ("propagateAtLaunch", true), ("value", "web")),
                Map(("key", "DomainMeta"), ("propagateAtLaunch", true), ("value", Output.Format($"{zone.Id}:web.dev.example.com"))),
            }),
            ("vpcZoneIdentifiers", new object[] { subnet.Id }));
        return (template, zone);
    }

    private static ImmutableDictionary<string, object?> Map(params (string Key, object? Value)[] members) =>
        members.ToImmutableDictionary(member => member.Key, member => member.Value);

    private static string Document(IEnumerable<KeyValuePair<string, JsonNode>> calls) =>
        new JsonObject(calls.Select(call => KeyValuePair.Create(call.Key, (JsonNode?)call.Value.DeepClone()))).ToJsonString();

    /// <summary>Any resource: inputs by name, and the outputs that the program reads.</summary>
    private sealed class Traced(string type, string name, CustomResourceOptions options, params (string Key, object? Value)[] inputs)
        : CustomResource(type, name, new DictionaryResourceArgs(Map(inputs)), options)
    {
        public Traced(string type, string name, params (string Key, object? Value)[] inputs) : this(type, name, new CustomResourceOptions(), inputs)
        {
        }

        [Output("arn")]
        public Output<string> Arn { get; private set; } = null!;

        [Output("name")]
        public Output<string> Name { get; private set; } = null!;

        [Output("latestVersion")]
        public Output<int> LatestVersion { get; private set; } = null!;

        [Output("repoDigest")]
        public Output<string> RepoDigest { get; private set; } = null!;

        [Output("stdout")]
        public Output<string> Stdout { get; private set; } = null!;
    }
}
