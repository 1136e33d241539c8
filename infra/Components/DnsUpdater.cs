using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Sns;

namespace Dockerland.Infra.Components;

/// <summary>The function that lets each fleet's record follow its hosts, run by the fleets' events.</summary>
public sealed class DnsUpdater : ComponentResource
{
    public DnsUpdater(string name, DnsUpdaterArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:DnsUpdater", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var log = new LogGroup(name, new() { RetentionInDays = 30 }, child);
        var role = new Role(name, new() { AssumeRolePolicy = PolicyDocument.Trust("lambda.amazonaws.com") }, child);
        var policy = new RolePolicy(name, new() { Role = role.Name, Policy = Policy(args, log) }, child);
        var function = new Function(name, new()
        {
            Description = "Lets the fleets' records follow their hosts",
            Runtime = "provided.al2023",
            Handler = "bootstrap",
            Code = args.Package,
            Role = role.Arn,
            MemorySize = 128,
            Timeout = 60,
            LoggingConfig = new FunctionLoggingConfigArgs { LogFormat = "Text", LogGroup = log.Name },
            DeadLetterConfig = new FunctionDeadLetterConfigArgs { TargetArn = args.FailedQueueArn },
            Environment = new FunctionEnvironmentArgs { Variables = Environment(args) },
            // Its creation is refused while its role may not write to the queue.
        }, new() { Parent = this, DependsOn = { policy } });

        var permission = new Permission(name, new() { Action = "lambda:InvokeFunction", Function = function.Name, Principal = "sns.amazonaws.com", SourceArn = args.TopicArn }, child);
        _ = new TopicSubscription(name, new()
        {
            Topic = args.TopicArn,
            Protocol = "lambda",
            Endpoint = function.Arn,
            RedrivePolicy = args.FailedQueueArn.Apply(Redrive),
        }, new() { Parent = this, DependsOn = { permission } });
        FailureAlarm.Create(this, $"{name}-errors", new()
        {
            Description = "The updater failed: its log says why. The event is tried again twice and then kept in the queue.",
            Namespace = "AWS/Lambda",
            Metric = "Errors",
            Dimension = "FunctionName",
            Of = function.Name,
            Actions = args.AlarmActions,
        });

        FunctionName = function.Name;
        RegisterOutputs();
    }

    [Output("functionName")] public Output<string> FunctionName { get; private set; }

    private static Output<string> Policy(DnsUpdaterArgs args, LogGroup log)
    {
        var key = args.NodeRegistryKey is { } secret ? secret.Arn.Apply(arn => (string?)arn) : Output.Create((string?)null);
        return Output.Tuple(args.ZoneArn, log.Arn, args.FailedQueueArn, key).Apply(arns => PolicyDocument.Render(UpdaterPolicy.Statements(new()
        {
            Zone = arns.Item1,
            LogGroup = arns.Item2,
            DeadLetterQueue = arns.Item3,
            NodeRegistryKey = arns.Item4,
        })));
    }

    private static string Redrive(string queue) => $$"""{"deadLetterTargetArn":"{{queue}}"}""";

    private static InputMap<string> Environment(DnsUpdaterArgs args)
    {
        var variables = new InputMap<string> { { EnvironmentVariables.ZoneId, args.ZoneId } };
        if (args.NodeRegistryUrl is { } url) variables.Add(EnvironmentVariables.NodeRegistryUrl, url);
        if (args.NodeRegistryKey is { } key) variables.Add(EnvironmentVariables.NodeRegistryKeyParameter, key.Name);
        return variables;
    }
}

/// <summary>What a <see cref="DnsUpdater"/> is made of.</summary>
public sealed record DnsUpdaterArgs
{
    public required Output<string> TopicArn { get; init; }

    /// <summary>Keeps the events that the topic couldn't deliver and those that the function failed.</summary>
    public required Output<string> FailedQueueArn { get; init; }

    public required ImmutableArray<Output<string>> AlarmActions { get; init; }
    public required Output<string> ZoneId { get; init; }
    public required Output<string> ZoneArn { get; init; }

    /// <summary>The function's files, with the executable <c>bootstrap</c>.</summary>
    public required Archive Package { get; init; }

    public string? NodeRegistryUrl { get; init; }
    public StoredSecret? NodeRegistryKey { get; init; }
}
