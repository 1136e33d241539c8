using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Infra.Properties;

/// <summary>Any fleet that is right in its stack.</summary>
/// <param name="Architecture">Of the stack.</param>
/// <param name="Zone">Of the stack.</param>
/// <param name="HasSwarm">Whether the stack has a Swarm to join.</param>
/// <param name="HasPublicHosts">Whether hosts have addresses for a domain.</param>
/// <param name="MayBeRancherOs">Whether the stack leaves out what RancherOS lacks.</param>
internal sealed record AnyFleet(string Architecture, string Zone, bool HasSwarm, bool HasPublicHosts, bool MayBeRancherOs)
{
    private const string RancherOs = """{"system":"rancheros","hostImage":{"id":"ami-0123456789abcdef0","roll":true}}""";

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
        select Any.Whole(
            ("min", $"{min}"),
            ("max", $"{min + more}"),
            ("desired", desired),
            ("replacement", $$"""{"minHealthy":{{minHealthy}},"maxHealthy":{{maxHealthy}},"checkpoints":[20,60]}"""),
            ("volume", $$"""{"size":{{gibibytes}},"iops":{{iops}},"throughput":{{throughput}}}"""));

    private static Gen<string> WithHooks(int leastLaunchSeconds, string key, Gen<string> purchase) =>
        from value in purchase
        from hooks in Any.Object(("launchSeconds", Any.Number(leastLaunchSeconds, 7200)), ("terminateSeconds", Any.Number(30, 7200)))
        select Any.Whole((key, value), ("hooks", hooks));

    private Gen<string> Options => Any.Object(
        ("role", Any.Word("balancer", "web", "db", "spare")),
        ("instanceTypes", Architecture is "arm64" ? Any.Words(1, "t4g.micro", "m7g.large", "c6gn.xlarge") : Any.Words(1, "t3.micro", "t3a.small", "m7i.large")),
        ("keepDesired", Any.Flag),
        ("targets", Any.Object(("ASGAverageCPUUtilization", Any.Number(1, 100)), ("ASGAverageNetworkIn", Any.Number(1, 1_000_000)))),
        ("steps", Any.Object(("busy", Gen.Constant("""{"above":80,"changes":{"0":1,"10":2}}""")), ("idle", Gen.Constant("""{"metric":"NetworkIn","below":20.5,"changes":{"0":-1}}""")))),
        ("schedules", Any.Object(("night", Gen.Constant("""{"cron":"0 22 * * *","timeZone":"Europe/Zurich","min":3}""")), ("day", Gen.Constant("""{"cron":"*/30 8-18 * * MON-FRI","desired":1}""")))),
        ("healthCheck", Any.Object(("type", Any.Word("EC2", "ELB")), ("graceSeconds", Any.Number(0, 7200)))),
        ("maxLifetimeDays", Any.Number(1, 365)),
        ("metrics", Any.Words(0, "GroupMinSize", "GroupMaxSize", "GroupTotalInstances")),
        ("terminationPolicies", Any.Words(0, "OldestInstance", "OldestLaunchTemplate", "AllocationStrategy")),
        ("suspendedProcesses", Any.Words(0, "AZRebalance", "ScheduledActions")));

    private Gen<string> Parts(string name) =>
        from purchase in Gen.OneOf(
            WithHooks(30, "spot", Any.Object(("onDemandBase", Any.Number(0, 3)), ("share", Any.Number(0, 100)), ("rebalance", Any.Flag))),
            WithHooks(300, "warmPool", Any.Object(("min", Any.Number(0, 2)), ("maxPrepared", Any.Number(2, 5)), ("state", Any.Word("Stopped", "Running")), ("reuse", Any.Flag))),
            Gen.Constant("{}"))
        from system in MayBeRancherOs ? Gen.Constant(RancherOs) : Any.Word("debian", "amazonlinux").Select(word => $$"""{"system":{{word}}}""")
        from swarm in HasSwarm && system != RancherOs ? Any.Word("none", "worker", "manager").Maybe() : Gen.Constant("")
        from others in Any.Object(
            ("domain", Gen.Constant(HasPublicHosts ? Any.Quote($"fleet-{name}.{Zone}") : "")),
            ("tags", Any.Object(("docker.gpu", Any.Text), ("example.db.host", Any.Text), ("example.queue.host", Any.Text), ($"docker.{new string('k', 121)}", Any.Text))),
            ("environment", Any.Object(("GREETING", Any.Text), ("LEVEL", Any.Text), ("_9", Any.Text))),
            ("containers", AnyContainers.Of(name, mayHaveSecrets: system != RancherOs)))
        select Any.Join(Any.Join(purchase, system), Any.Join(Any.Whole(("swarm", swarm)), others));
}
