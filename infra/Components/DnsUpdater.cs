using Dockerland.Contracts;
using Dockerland.Infra.Policies;
using Pulumi;
using Pulumi.Aws.CloudWatch;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Lambda.Inputs;
using Pulumi.Aws.Sns;

namespace Dockerland.Infra.Components;

/// <summary>The function that lets each fleet's record follow its hosts, run by the fleets' events and by the clock.</summary>
public sealed class DnsUpdater : ComponentResource
{
    // What no event told of stays wrong for no longer than that.
    private const string Schedule = "rate(5 minutes)";

    // A host that goes waits in it until its record is gone everywhere; what a hook leaves for that is mostly less.
    private const int TimeoutSeconds = 180;

    // Twice the schedule's, so that each has a value.
    private const int HostsPeriodSeconds = 600;

    public DnsUpdater(string name, DnsUpdaterArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:DnsUpdater", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var log = new LogGroup(name, new() { RetentionInDays = args.LogRetentionDays }, child);
        var role = new Role(name, new() { AssumeRolePolicy = PolicyDocument.Trust("lambda.amazonaws.com"), PermissionsBoundary = args.PermissionsBoundary! }, child);
        var policy = new RolePolicy(name, new() { Role = role.Name, Policy = Policy(args, log) }, child);
        var function = new Function(name, new()
        {
            Description = "Lets the fleets' records follow their hosts",
            Runtime = "provided.al2023",
            Architectures = { args.Architecture },
            Handler = "bootstrap",
            Code = args.Package,
            Role = role.Arn,
            MemorySize = 128,
            Timeout = TimeoutSeconds,
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
        RunBySchedule($"{name}-schedule", function);
        FailureAlarm.Create(this, $"{name}-errors", new()
        {
            Description = "The updater failed: its log says why. The event is tried again twice and then kept in the queue.",
            Namespace = "AWS/Lambda",
            Metric = "Errors",
            Dimension = "FunctionName",
            Of = function.Name,
            Actions = args.AlarmActions,
        });
        FailureAlarm.Create(this, $"{name}-hosts", new()
        {
            Description = "No host is healthy that a record is for; the updater's log names it. It stays as it last was, unless its tag says otherwise.",
            Namespace = UpdaterMetrics.Namespace,
            Metric = UpdaterMetrics.RecordsWithoutHosts,
            Dimension = UpdaterMetrics.Stack,
            Of = Output.Create(args.StackName),
            Statistic = "Maximum",
            PeriodSeconds = HostsPeriodSeconds,
            Actions = args.AlarmActions,
        });

        FunctionName = function.Name;
        RegisterOutputs();
    }

    [Output("functionName")] public Output<string> FunctionName { get; private set; }

    private void RunBySchedule(string name, Function function)
    {
        var rule = new EventRule(name, new() { Description = "Mends what no event told of", ScheduleExpression = Schedule }, new() { Parent = this });
        var permission = new Permission(name, new() { Action = "lambda:InvokeFunction", Function = function.Name, Principal = "events.amazonaws.com", SourceArn = rule.Arn }, new() { Parent = this });
        _ = new EventTarget(name, new() { Rule = rule.Name, Arn = function.Arn }, new() { Parent = this, DependsOn = { permission } });
    }

    private static Output<string> Policy(DnsUpdaterArgs args, LogGroup log)
    {
        var key = args.NodeRegistry?.Key is { } secret ? secret.Arn.Apply(arn => (string?)arn) : Output.Create((string?)null);
        return Output.Tuple(args.Account, Output.All(args.Zones.Select(zone => zone.Arn)), log.Arn, args.FailedQueueArn, key).Apply(known => PolicyDocument.Render(UpdaterPolicy.Statements(new()
        {
            Zones = known.Item2,
            Names = args.RecordNames,
            PublicZone = (known.Item2[0], args.Zones[0].Name),
            PrivateZone = args.Zones.Zip(known.Item2).Skip(1).Select(zone => ((string, string)?)(zone.Second, zone.First.Name)).FirstOrDefault(),
            Partition = known.Item1.Partition,
            Groups = known.Item1.Arn("autoscaling", $"autoScalingGroup:*:autoScalingGroupName/{GroupNames.Prefix(args.StackName)}*"),
            LogGroup = known.Item3,
            DeadLetterQueue = known.Item4,
            NodeRegistryKey = known.Item5,
        })));
    }

    private static string Redrive(string queue) => $$"""{"deadLetterTargetArn":"{{queue}}"}""";

    private static InputMap<string> Environment(DnsUpdaterArgs args)
    {
        var variables = new InputMap<string>
        {
            { EnvironmentVariables.ZoneIds, Output.All(args.Zones.Select(zone => zone.Id)).Apply(ids => string.Join(' ', ids)) },
            { EnvironmentVariables.Stack, args.StackName },
            { EnvironmentVariables.Environment, args.Environment },
        };
        if (args.NodeRegistry is not { } registry) return variables;

        variables.Add(EnvironmentVariables.NodeRegistryKind, registry.Kind);
        variables.Add(EnvironmentVariables.NodeRegistryUrl, registry.Url);
        variables.Add(EnvironmentVariables.NodeRegistryUser, registry.User);
        if (registry.Key is { } key) variables.Add(EnvironmentVariables.NodeRegistryKeyParameter, key.Name);
        return variables;
    }
}
