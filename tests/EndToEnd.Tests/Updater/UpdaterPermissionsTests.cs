using Dockerland.Infra.Policies;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>What the function calls against what it may call.</summary>
[Collection(UpdaterAtMoto.Name)]
public sealed class UpdaterPermissionsTests(UpdaterFixture fixture)
{
    // Lambda does these with the function's role; the function itself doesn't.
    private static readonly string[] OfLambda = ["logs:CreateLogStream", "logs:PutLogEvents", "sqs:SendMessage"];

    private static readonly Dictionary<string, string> Answers = new()
    {
        // moto stores hooks and has nobody wait at them.
        ["CompleteLifecycleAction"] = """
            <CompleteLifecycleActionResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><CompleteLifecycleActionResult/><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></CompleteLifecycleActionResponse>
            """,
    };

    [SkippableFact]
    public async Task It_Calls_All_That_It_May_And_Nothing_Else()
    {
        _ = fixture.Program;
        var stack = await MotoStack.CreateAsync(fixture.Moto, "updater-allowed", 2, "{'DomainMeta.ttl': '1', 'DomainMeta.multivalue': 'yes', 'DomainMeta.check': 'tcp:80'}");
        await fixture.Moto.Boto3Async("result = boto3.client('ssm').put_parameter(Name='/updater-allowed/key', Value='secret', Type='SecureString') and 0");
        await using var recorder = await ApiRecorder.StartAsync(fixture.Moto.Endpoint, Answers);
        await using var process = await UpdaterProcess.StartAsync(fixture, stack, recorder.Endpoint, new Dictionary<string, string?>
        {
            // Nobody answers there; its key is read nevertheless.
            ["NODE_REGISTRY_KIND"] = "docker-cloud",
            ["NODE_REGISTRY_URL"] = "http://127.0.0.1:9",
            ["NODE_REGISTRY_USER"] = "dockerland",
            ["NODE_REGISTRY_KEY_PARAMETER"] = "/updater-allowed/key",
        });

        await process.InvokeAsync();
        var host = await stack.AnyHostAsync();
        await stack.ScaleAsync(1);
        await process.InvokeAsync(UpdaterProcess.Message(new
        {
            LifecycleTransition = "autoscaling:EC2_INSTANCE_TERMINATING",
            AutoScalingGroupName = stack.Group,
            LifecycleHookName = "terminate",
            EC2InstanceId = host,
            LifecycleActionToken = Guid.NewGuid().ToString(),
        }));

        var allowed = UpdaterPolicy.Statements(Resources).SelectMany(statement => statement.Actions).Except(OfLambda).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(allowed, recorder.Calls.Select(call => call.ToString()));
    }

    private static UpdaterResources Resources => new()
    {
        Zones = ["arn:zone"],
        PublicZone = ("arn:zone", "example.com"),
        Names = ["www.example.com"],
        Partition = "aws",
        Groups = "arn:groups",
        LogGroup = "arn:log",
        DeadLetterQueue = "arn:queue",
        NodeRegistryKey = "arn:key",
    };
}
