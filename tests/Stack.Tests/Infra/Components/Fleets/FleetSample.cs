using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Pulumi;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>Fleets to change one thing of.</summary>
internal static class FleetSample
{
    public const string Name = "web";

    public static HostSpec Host { get; } = new() { Region = "eu-central-1", Containers = [new() { Name = "webapp", Image = "webapp:1", Secrets = FleetSettings.None.Add("KEY", "/key") }] };

    /// <summary>A fleet that leaves all to defaults.</summary>
    public static FleetArgs Plain { get; } = new()
    {
        Settings = new() { Role = "web" },
        StackName = "dockerland-dev",
        Environment = "staging",
        HostImage = new() { Id = "ami-0123456789abcdef0" },
        Host = Output.Create(Host),
        SecurityGroupIds = new[] { "sg-1" },
        SubnetIds = new[] { "subnet-1" },
        Rights = new()
        {
            Account = Output.Create(Aws.Account),
            RepositoryArns = [Output.Create("arn:repository")],
            LogGroupArn = Output.Create("arn:log"),
        },
    };

    /// <summary>A fleet that has everything, so that each part can be changed alone.</summary>
    public static FleetArgs Full { get; } = Plain with
    {
        Settings = new()
        {
            Role = "web",
            InstanceTypes = ["t3.small", "t3a.small"],
            Spot = new(),
            WarmPool = new() { MaxPrepared = 4 },
            Targets = Sorted(("ASGAverageCPUUtilization", 50.0)),
            Steps = Sorted(
                ("busy", new StepSettings { Above = 80, Changes = Distances((0, 1), (10, 2)) }),
                ("idle", new StepSettings { Below = 20, Changes = Distances((0, -1), (10, -2)) })),
            Schedules = Sorted(("night", new ScheduleSettings { Cron = "0 22 * * *", Desired = 1 })),
            Desired = 1,
            MaxLifetimeDays = 7,
            SuspendedProcesses = ["AZRebalance"],
            Tags = Sorted(("example.colour", "blue")),
            Containers = Sorted(("webapp", new ContainerSettings { Build = "webapp" })),
            Replacement = new() { Checkpoints = [50, 100] },
        },
        Rights = Plain.Rights with { AgentZoneArn = Output.Create("arn:zone"), ServiceNames = ["login.example.com"] },
        Records =
        [
            new(Output.Create("Z1"), "www.example.com"),
            new(Output.Create("Z2"), "nodes.web.example.com", AddressKind.Private),
        ],
        DefaultTags = Sorted(("cost-centre", "4711")),
    };

    public static Task<Cloud> RunAsync(FleetArgs args, ComponentResourceOptions? options = null) =>
        Cloud.RunAsync(() => _ = new Fleet(Name, args, options));

    public static ImmutableSortedDictionary<string, TValue> Sorted<TValue>(params (string Key, TValue Value)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    public static ImmutableSortedDictionary<int, int> Distances(params (int Distance, int Change)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Distance, entry => entry.Change);
}
