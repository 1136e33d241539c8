using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Pulumi;
using static Dockerland.Tests.Infra.Components.Fleets.FleetSample;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>What each member of <see cref="FleetArgs"/> does to <see cref="FleetSample.Full"/>.</summary>
internal static class FleetRows
{
    public static ImmutableArray<FleetRow> All { get; } =
    [
        new("StackName", args => args with { StackName = "dockerland-qa" },
            "Group web.namePrefix: dockerland-dev--web_ → dockerland-qa--web_",
            "Group web.tags[Name].value: dockerland-dev-web → dockerland-qa-web",
            "Group web.tags[dockerland.stack].value: dockerland-dev → dockerland-qa",
            "LaunchTemplate web.tagSpecifications[instance].tags.Name: dockerland-dev-web → dockerland-qa-web",
            "LaunchTemplate web.tagSpecifications[instance].tags.dockerland.stack: dockerland-dev → dockerland-qa",
            "LaunchTemplate web.tagSpecifications[network-interface].tags.Name: dockerland-dev-web → dockerland-qa-web",
            "LaunchTemplate web.tagSpecifications[network-interface].tags.dockerland.stack: dockerland-dev → dockerland-qa",
            "LaunchTemplate web.tagSpecifications[volume].tags.Name: dockerland-dev-web → dockerland-qa-web",
            "LaunchTemplate web.tagSpecifications[volume].tags.dockerland.stack: dockerland-dev → dockerland-qa",
            "RolePolicy web.policy: …dev… → …qa…"),
        new("Environment", args => args with { Environment = "qa" },
            "Group web.tags[docker.environment].value: staging → qa",
            "LaunchTemplate web.tagSpecifications[instance].tags.docker.environment: staging → qa",
            "LaunchTemplate web.tagSpecifications[network-interface].tags.docker.environment: staging → qa",
            "LaunchTemplate web.tagSpecifications[volume].tags.docker.environment: staging → qa"),
        new("HostImage.Id", args => args with { HostImage = new() { Id = "ami-1" } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-1"),
        new("HostImage.Parameter", args => args with { HostImage = new() { Parameter = "/image" } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → resolve:ssm:/image"),
        new("HostImage.Owner", args => args with { HostImage = new() { Owner = "self", Filter = "host-*" } },
            "LaunchTemplate web(ignoreChanges):  → imageId",
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sdz",
            """LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-["self"]-[{"name":"name","values":["host-*"]}]"""),
        new("HostImage.Filter", args => args with { HostImage = new() { Owner = "amazon", Filter = "al2023-*" } },
            "LaunchTemplate web(ignoreChanges):  → imageId",
            "LaunchTemplate web.blockDeviceMappings[0].deviceName: /dev/xvda → /dev/sdz",
            """LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-["amazon"]-[{"name":"name","values":["al2023-*"]}]"""),
        new("HostImage.Roll", args => args with { HostImage = new() { Parameter = "/image", Roll = true } },
            "LaunchTemplate web.imageId: ami-0123456789abcdef0 → ami-of-/image"),
        new("Host", args => args with { Host = Output.Create(FleetSample.Host with { Region = "eu-west-1" }) },
            "LaunchTemplate web.userData: eu-central-1 → eu-west-1"),
        new("SecurityGroupIds", args => args with { SecurityGroupIds = new[] { "sg-2" } },
            "LaunchTemplate web.vpcSecurityGroupIds[0]: sg-1 → sg-2"),
        new("SubnetIds", args => args with { SubnetIds = new[] { "subnet-1", "subnet-2" } },
            "Group web.vpcZoneIdentifiers[1]: none → subnet-2"),
        new("Rights.Account", args => args with { Rights = args.Rights with { Account = Output.Create(Aws.Account with { Id = "210987654321" }) } },
            $"RolePolicy web.policy: …{FromParameterToGroup("123456789012")}… → …{FromParameterToGroup("210987654321")}…"),
        new("Rights.RepositoryArns", args => args with { Rights = args.Rights with { RepositoryArns = [Output.Create("arn:other")] } },
            "RolePolicy web.policy: …repository… → …other…"),
        new("Rights.LogGroupArn", args => args with { Rights = args.Rights with { LogGroupArn = Output.Create("arn:other") } },
            "RolePolicy web.policy: …log… → …other…"),
        new("Rights.GossipKeyName", args => args with { Rights = args.Rights with { GossipKeyName = "/key" } },
            "RolePolicy web.policy: …Secrets… → …GossipKey…"),
        new("Rights.AgentZoneArn", args => args with { Rights = args.Rights with { AgentZoneArn = Output.Create("arn:zone") } },
            """RolePolicy web.policy: …… → …,{"Sid":"KeepServiceRecords","Effect":"Allow","Action":["route53:ChangeResourceRecordSets","route53:GetHostedZone","route53:ListResourceRecordSets"],"Resource":["arn:zone"]}…"""),
        new("Rights.PermissionsBoundary", args => args with { Rights = args.Rights with { PermissionsBoundary = "arn:boundary" } },
            "Role web.permissionsBoundary: none → arn:boundary"),
        new("Records", args => args with { Records = [] },
            "Group web.tags[DomainMeta.2.address].key: DomainMeta.2.address → none",
            "Group web.tags[DomainMeta.2.address].propagateAtLaunch: true → none",
            "Group web.tags[DomainMeta.2.address].value: private → none",
            "Group web.tags[DomainMeta].key: DomainMeta → none",
            "Group web.tags[DomainMeta].propagateAtLaunch: true → none",
            "Group web.tags[DomainMeta].value: Z1:www.example.com;Z2:nodes.web.example.com → none"),
        new("Records.ZoneId", args => args with { Records = args.Records.SetItem(0, args.Records[0] with { ZoneId = Output.Create("Z3") }) },
            "Group web.tags[DomainMeta].value: Z1:www.example.com;Z2:nodes.web.example.com → Z3:www.example.com;Z2:nodes.web.example.com"),
        new("Records.Name", args => args with { Records = args.Records.SetItem(0, args.Records[0] with { Name = "api.example.com" }) },
            "Group web.tags[DomainMeta].value: Z1:www.example.com;Z2:nodes.web.example.com → Z1:api.example.com;Z2:nodes.web.example.com"),
        new("Records.Address", args => args with { Records = args.Records.SetItem(0, args.Records[0] with { Address = AddressKind.Private }) },
            "Group web.tags[DomainMeta.1.address].key: none → DomainMeta.1.address",
            "Group web.tags[DomainMeta.1.address].propagateAtLaunch: none → true",
            "Group web.tags[DomainMeta.1.address].value: none → private"),
        new("DefaultTags", args => args with { DefaultTags = Sorted(("cost-centre", "4712")) },
            "Group web.tags[cost-centre].value: 4711 → 4712",
            "LaunchTemplate web.tagSpecifications[instance].tags.cost-centre: 4711 → 4712",
            "LaunchTemplate web.tagSpecifications[network-interface].tags.cost-centre: 4711 → 4712",
            "LaunchTemplate web.tagSpecifications[volume].tags.cost-centre: 4711 → 4712"),
        .. FleetSizeRows.All,
        .. FleetHostRows.All,
        .. FleetScalingRows.All,
    ];

    // The part of the policy between the first account and the last.
    private static string FromParameterToGroup(string id) =>
        $$"""{{id}}:parameter/key"]},{"Sid":"OpenSessions","Effect":"Allow","Action":["ssm:UpdateInstanceInformation","ssmmessages:CreateControlChannel","ssmmessages:CreateDataChannel","ssmmessages:OpenControlChannel","ssmmessages:OpenDataChannel"],"Resource":["*"]},{"Sid":"ReadTags","Effect":"Allow","Action":["ec2:DescribeTags"],"Resource":["*"]},{"Sid":"WriteLog","Effect":"Allow","Action":["logs:CreateLogStream","logs:PutLogEvents"],"Resource":["arn:log:*"]},{"Sid":"GiveUpHost","Effect":"Allow","Action":["autoscaling:SetInstanceHealth"],"Resource":["arn:aws:autoscaling:eu-central-1:{{id}}""";
}
