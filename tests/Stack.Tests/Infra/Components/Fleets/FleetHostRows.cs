using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Components.Fleets.FleetRow;
using static Dockerland.Tests.Infra.Components.Fleets.FleetSample;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>Settings of what the hosts are.</summary>
internal static class FleetHostRows
{
    public static ImmutableArray<FleetRow> All { get; } =
    [
        Of("Role", fleet => fleet with { Role = "db" },
            "Group web.tags[docker.role].value: web → db",
            "LaunchTemplate web.tagSpecifications[instance].tags.docker.role: web → db",
            "LaunchTemplate web.tagSpecifications[network-interface].tags.docker.role: web → db",
            "LaunchTemplate web.tagSpecifications[volume].tags.docker.role: web → db"),
        Of("System", fleet => fleet with { System = "rancheros", HostImage = new() { Parameter = "/image" } },
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sda1",
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → resolve:ssm:/image"),
        Of("HostImage", fleet => fleet with { HostImage = new() { Id = "ami-1" } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-1"),
        Of("HostImage.Id", fleet => fleet with { HostImage = new() { Id = "ami-2" } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-2"),
        Of("HostImage.Parameter", fleet => fleet with { HostImage = new() { Parameter = "/image" } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → resolve:ssm:/image"),
        Of("HostImage.Owner", fleet => fleet with { HostImage = new() { Owner = "self", Filter = "host-*" } },
            "LaunchTemplate web(ignoreChanges):  → imageId",
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sdz",
            """LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-["self"]-[{"name":"name","values":["host-*"]}]"""),
        Of("HostImage.Filter", fleet => fleet with { HostImage = new() { Owner = "amazon", Filter = "al2023-*" } },
            "LaunchTemplate web(ignoreChanges):  → imageId",
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sdz",
            """LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-["amazon"]-[{"name":"name","values":["al2023-*"]}]"""),
        Of("HostImage.Roll", fleet => fleet with { HostImage = new() { Owner = "amazon", Filter = "al2023-*", Roll = true } },
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sdz",
            """LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-["amazon"]-[{"name":"name","values":["al2023-*"]}]"""),
        Of("HostImage.RootDevice", fleet => fleet with { HostImage = new() { Id = "ami-0123456789abcdef0", RootDevice = "/dev/sda1" } },
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sda1"),
        Of("InstanceTypes", fleet => fleet with { InstanceTypes = ["t3.medium", "t3a.small"] },
            "Group web.mixedInstancesPolicy.launchTemplate.overrides[t3.medium].instanceType: none → t3.medium",
            "Group web.mixedInstancesPolicy.launchTemplate.overrides[t3.small].instanceType: t3.small → none",
            "LaunchTemplate web.instanceType: t3.small → t3.medium"),
        Of("Volume.Size", fleet => fleet with { Volume = new() { Size = 40 } },
            "LaunchTemplate web.blockDeviceMappings[0].ebs.volumeSize: 20 → 40"),
        Of("Volume.Iops", fleet => fleet with { Volume = new() { Iops = 4000 } },
            "LaunchTemplate web.blockDeviceMappings[0].ebs.iops: 3000 → 4000"),
        Of("Volume.Throughput", fleet => fleet with { Volume = new() { Throughput = 250 } },
            "LaunchTemplate web.blockDeviceMappings[0].ebs.throughput: 125 → 250"),
        Of("Volume.KmsKey", fleet => fleet with { Volume = new() { KmsKey = "arn:aws:kms:eu-central-1:123456789012:key/1" } },
            "LaunchTemplate web.blockDeviceMappings[0].ebs.kmsKeyId: none → arn:aws:kms:eu-central-1:123456789012:key/1"),
        Of("Tags", fleet => fleet with { Tags = Sorted(("example.colour", "red")) },
            "Group web.tags[example.colour].value: blue → red"),
        Of("Containers.CallsAws", fleet => fleet with { Containers = Sorted(("webapp", new ContainerSettings { Build = "webapp", CallsAws = true })) },
            "LaunchTemplate web.metadataOptions.httpPutResponseHopLimit: 1 → 2"),
    ];
}
