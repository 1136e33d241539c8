using Dockerland.Contracts;
using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any fleet that is right in its stack.</summary>
/// <param name="Architecture">Of the stack.</param>
/// <param name="Zone">Of the stack.</param>
/// <param name="HasSwarm">Whether the stack has a Swarm to join.</param>
/// <param name="HasPublicHosts">Whether hosts have addresses for a domain.</param>
/// <param name="Systems">Those that hosts run.</param>
/// <param name="Prefix">Of tags that become variables; empty for the stack's own.</param>
internal sealed record AnyFleet(string Architecture, string Zone, bool HasSwarm, bool HasPublicHosts, string[] Systems, string Prefix)
{
    private const string RancherOs = "rancheros";

    public Gen<string> Named(string name) =>
        from size in Size
        from options in Options
        from parts in Parts(name)
        select Any.Join(Any.Join(size, options), parts);

    // Several settings go together: each is drawn within what those before it allow.
    private static Gen<string> Size =>
        from min in Gen.Choose(0, 3)
        from more in Gen.Choose(min is 0 ? 1 : 0, 3)
        from desired in Any.Number(min, min + more).Maybe()
        from minHealthy in Gen.Choose((99 + Math.Max(1, min)) / Math.Max(1, min), 100)
        from maxHealthy in Gen.Choose(min > 1 ? 100 : 101, minHealthy + 100)
        from gibibytes in Gen.Choose(8, 16_384)
        from iops in Gen.Choose(3000, Math.Min(16_000, 500 * gibibytes))
        from throughput in Gen.Choose(125, Math.Min(1000, iops / 4))
        from key in Any.Word("arn:aws:kms:eu-central-1:123456789012:alias/volumes", "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-0000-0000-000000000000").Maybe()
        from pace in Any.Object(
            ("warmupSeconds", Any.Number(0, 86_400)),
            ("scaleInProtected", Any.Word("Ignore", "Refresh", "Wait")),
            ("standby", Any.Word("Ignore", "Terminate", "Wait")),
            ("checkpoints", Gen.Elements("[]", "[20,60,100]", "[50,100]")),
            ("checkpointSeconds", Any.Number(0, 172_800)))
        from schedules in AnyScaling.Schedules(min, min + more)
        select Any.Whole(
            ("min", $"{min}"),
            ("max", $"{min + more}"),
            ("desired", desired),
            ("schedules", schedules),
            ("replacement", Any.Join($$"""{"minHealthy":{{minHealthy}},"maxHealthy":{{maxHealthy}}}""", pace)),
            ("volume", Any.Whole(("size", $"{gibibytes}"), ("iops", $"{iops}"), ("throughput", $"{throughput}"), ("kmsKey", key))));

    private static Gen<string> WithHooks(int leastLaunchSeconds, string key, Gen<string> purchase) =>
        from value in purchase
        from hooks in Any.Object(("launchSeconds", Any.Number(leastLaunchSeconds, 7200)), ("terminateSeconds", Any.Number(30, 7200)))
        select Any.Whole((key, value), ("hooks", hooks));

    private Gen<string> Options => Any.Object(
        ("role", Any.Word("balancer", "web", "db", "spare")),
        ("instanceTypes", Architecture is "arm64" ? Any.Words(1, "t4g.micro", "m7g.large", "c6gn.xlarge") : Any.Words(1, "t3.micro", "t3a.small", "m7i.large")),
        ("keepDesired", Any.Flag),
        ("targets", Any.Object(("ASGAverageCPUUtilization", Any.Number(1, 100)), ("ASGAverageNetworkIn", Any.Number(1, 1_000_000)))),
        ("steps", AnyScaling.Steps),
        ("healthCheck", Any.Object(("type", Any.Word("EC2", "ELB")), ("graceSeconds", Any.Number(0, 7200)))),
        ("maxLifetimeDays", Any.Number(1, 365)),
        ("metrics", Any.Words(0, "GroupMinSize", "GroupMaxSize", "GroupTotalInstances")),
        ("terminationPolicies", Any.Words(0, "OldestInstance", "OldestLaunchTemplate", "AllocationStrategy")),
        ("suspendedProcesses", Any.Words(0, "AZRebalance", "ScheduledActions")),
        ("policies", Any.Words(0, "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy", "arn:aws:iam::123456789012:policy/team/read", "arn:aws:iam::123456789012:policy/CloudWatchAgentServerPolicy")));

    private Gen<string> Parts(string name) =>
        from purchase in Gen.OneOf(
            WithHooks(30, "spot", Any.Object(("onDemandBase", Any.Number(0, 3)), ("share", Any.Number(0, 100)), ("allocation", Any.Word("capacity-optimized", "capacity-optimized-prioritized", "lowest-price", "price-capacity-optimized")), ("rebalance", Any.Flag))),
            WithHooks(300, "warmPool", Any.Object(("min", Any.Number(0, 2)), ("maxPrepared", Any.Number(2, 5)), ("state", Any.Word("Stopped", "Running", "Hibernated")), ("reuse", Any.Flag))),
            Gen.Constant("{}"))
        from system in Gen.Elements(Systems)
        from image in system is RancherOs ? AnyHosts.Image(Architecture, mayBeNewest: false) : AnyHosts.Image(Architecture, mayBeNewest: true).Maybe()
        from swarm in HasSwarm && system is not RancherOs ? Any.Word("none", "worker", "manager").Maybe() : Gen.Constant("")
        from others in Any.Object(
            ("domain", Gen.Constant(HasPublicHosts ? Any.Quote($"fleet-{name}.{Zone}") : "")),
            ("tags", Any.Object(("docker.gpu", Any.Text), ($"{TagPrefix}db.host", Any.Text), ($"{TagPrefix}queue.host", Any.Text), ($"docker.{new string('k', 121)}", Any.Text))),
            ("environment", Any.Object(("GREETING", Any.Text), ("LEVEL", Any.Text), ("_9", Any.Text))),
            ("containers", AnyContainers.Of(name, mayHaveSecrets: system is not RancherOs)))
        select Any.Join(Any.Join(purchase, Any.Whole(("system", Any.Quote(system)), ("hostImage", image), ("swarm", swarm))), others);

    private string TagPrefix => Prefix is "" ? TagKeys.VariablePrefix : Prefix;
}
