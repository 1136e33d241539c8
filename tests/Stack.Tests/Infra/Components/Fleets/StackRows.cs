using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Components.Fleets.FleetSample;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>The settings that reach hosts by user-data, and others than the fleet's own component: what each does to <see cref="StackSample"/>.</summary>
internal static class StackRows
{
    public static ImmutableArray<StackRow> All { get; } =
    [
        new("Domain", fleet => fleet with { Domain = "api.example.com" },
            "+ Record zone-private-api.example.com-CNAME",
            "- Record zone-private-www.example.com-CNAME",
            "Group web.tags[DomainMeta].value: Z0123456789ABC:www.example.com;Z0123456789ABC:nodes.web.example.com → Z0123456789ABC:api.example.com;Z0123456789ABC:nodes.web.example.com",
            "RolePolicy dns-updater.policy: _dockerland.www.example.com www.example.com → _dockerland.api.example.com api.example.com"),
        new("Environment", fleet => fleet with { Environment = Sorted(("GREETING", "goodbye")) },
            "LaunchTemplate web.userData: GREETING=\"hello\" → GREETING=\"goodbye\""),
        new("Swarm", fleet => fleet with { Swarm = "worker" },
            "+ SecurityGroup shared.swarm",
            "+ SecurityGroupIngressRule shared.swarm.shared.swarm.tcp.7946",
            "+ SecurityGroupIngressRule shared.swarm.shared.swarm.udp.4789",
            "+ SecurityGroupIngressRule shared.swarm.shared.swarm.udp.7946",
            "LaunchTemplate web.userData: true, → join_swarm /swarm/worker managers.example.com:2377",
            "LaunchTemplate web.vpcSecurityGroupIds[1]: none → shared.swarm-id",
            "RolePolicy web.policy: none → arn:aws:ssm:eu-central-1:123456789012:parameter/swarm/worker"),
        new("Containers", fleet => fleet with { Containers = fleet.Containers.Add("side", new() { Image = "nginx:1.27" }) },
            """LaunchTemplate web.userData: none → side.service "/etc/dockerland/side.env" side. "/etc/systemd/system/side.service" side EnvironmentFile=/etc/dockerland/side.env EnvironmentFile=-/run/dockerland/side.env /run/dockerland/side.env nginx:1.27"""),
        new("HostImage.HasRunner", fleet => fleet with { HostImage = new() { Id = "ami-1", HasRunner = true } },
            "LaunchTemplate web.userData: more than a hundred words → none"),
        Container("Build", container => container with { Build = "haproxy" },
            """LaunchTemplate web.userData: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/dockerland-dev/webapp:fa158cbf7299f756 → SERF_JOIN="ha.example.com" SERF_ADVERTISE=@:7950 123456789012.dkr.ecr.eu-central-1.amazonaws.com/dockerland-dev/haproxy:fa158cbf7299f756 --env=SERF_JOIN --env=SERF_ADVERTISE""",
            "LaunchTemplate web.vpcSecurityGroupIds[1]: none → shared.gossip-id",
            "RolePolicy web.policy: arn:aws:ecr/repository:Repository:webapp → arn:aws:ecr/repository:Repository:haproxy ReadServiceRecords route53:GetHostedZone route53:ListResourceRecordSets arn:aws:route53/zone:Zone:zone-private"),
        Container("Image", container => container with { Build = "", Image = "nginx:1.27" },
            "LaunchTemplate web.userData: 123456789012.dkr.ecr.eu-central-1.amazonaws.com/dockerland-dev/webapp:fa158cbf7299f756 → nginx:1.27",
            "RolePolicy web.policy: arn:aws:ecr/repository:Repository:webapp → none"),
        Container("Ports", container => container with { Ports = [] },
            "LaunchTemplate web.userData: --publish=3000:3000 → none"),
        Container("Ports.Host", container => container with { Ports = [new(8080, 3000)] },
            "LaunchTemplate web.userData: --publish=3000:3000 → --publish=8080:3000"),
        Container("Ports.Container", container => container with { Ports = [new(3000, 8080)] },
            "LaunchTemplate web.userData: --publish=3000:3000 → --publish=3000:8080"),
        Container("Ports.Protocol", container => container with { Ports = [new(3000, 3000, "udp")] },
            "LaunchTemplate web.userData: --publish=3000:3000 → --publish=3000:3000/udp"),
        Container("Environment", container => container with { Environment = Sorted(("COLOUR", "red")) },
            "LaunchTemplate web.userData: COLOUR=\"blue\" → COLOUR=\"red\""),
        Container("Secrets", container => container with { Secrets = Sorted(("API_KEY", "/web/other-key")) },
            "LaunchTemplate web.userData: API_KEY=/web/api-key → API_KEY=/web/other-key",
            "RolePolicy web.policy: arn:aws:ssm:eu-central-1:123456789012:parameter/web/api-key → arn:aws:ssm:eu-central-1:123456789012:parameter/web/other-key"),
        Container("Volumes", container => container with { Volumes = ["data:/data"] },
            "LaunchTemplate web.userData: --volume=data:/var/lib/data → --volume=data:/data"),
        Container("Command", container => container with { Command = ["node", "other.js"] },
            "LaunchTemplate web.userData: server.js → other.js"),
        Container("Network", container => container with { Network = "bridge" },
            "LaunchTemplate web.userData: --network=backend make_network backend → none"),
        Container("Health", container => container with { Health = null },
            """LaunchTemplate web.userData: "--health-cmd=curl -fs http://localhost:3000/" --health-interval=10s --health-timeout=3s --health-retries=3 → none"""),
        Container("Health.Command", container => container with { Health = container.Health! with { Command = "true" } },
            """LaunchTemplate web.userData: "--health-cmd=curl -fs http://localhost:3000/" → --health-cmd=true"""),
        Container("Health.IntervalSeconds", container => container with { Health = container.Health! with { IntervalSeconds = 30 } },
            "LaunchTemplate web.userData: --health-interval=10s → --health-interval=30s"),
        Container("Health.TimeoutSeconds", container => container with { Health = container.Health! with { TimeoutSeconds = 9 } },
            "LaunchTemplate web.userData: --health-timeout=3s → --health-timeout=9s"),
        Container("Health.Retries", container => container with { Health = container.Health! with { Retries = 7 } },
            "LaunchTemplate web.userData: --health-retries=3 → --health-retries=7"),
        Container("StopSeconds", container => container with { StopSeconds = 60 },
            "LaunchTemplate web.userData: --stop-timeout=10 TimeoutStopSec=15 → --stop-timeout=60 TimeoutStopSec=65"),
        Container("Domain", container => container with { Domain = "api" },
            "+ SecurityGroupIngressRule web.VPC.tcp.443",
            "+ SecurityGroupIngressRule web.VPC.tcp.80",
            """LaunchTemplate web.userData: none → DOMAIN="api" --env=DOMAIN"""),
        Container("Backend", container => container with { Backend = true },
            "+ SecurityGroupIngressRule web.edge.tcp.3000",
            """LaunchTemplate web.userData: --then ROLE="web" → --first ROLE="backend" SERF_JOIN="ha.example.com" SERF_ADVERTISE=@:7950 --env=SERF_JOIN --env=SERF_ADVERTISE""",
            "LaunchTemplate web.vpcSecurityGroupIds[1]: none → shared.gossip-id"),
    ];

    private static StackRow Container(string member, Func<ContainerSettings, ContainerSettings> change, params string[] expected) =>
        new($"Containers.{member}", fleet => fleet with { Containers = fleet.Containers.SetItem("api", change(fleet.Containers["api"])) }, expected);
}

/// <inheritdoc cref="FleetRow"/>
internal sealed record StackRow(string Setting, Func<FleetSettings, FleetSettings> Change, params string[] Expected)
{
    public string Member => $"Settings.{Setting}";
}
