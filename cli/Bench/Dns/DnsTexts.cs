using System.Globalization;
using System.Text.Json.Nodes;
using Dockerland.Contracts;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>An event, and answers with as many members as AWS gives for instances such as a fleet's.</summary>
internal static class DnsTexts
{
    public const string Stack = "dockerland-bench";
    public const string Environment = "production";
    public const string ZoneId = "Z0123456789ABCDEFGHIJ";

    /// <summary>Of all instances, and of no record that was there before.</summary>
    public const string AddressPrefix = "198.18.";

    /// <summary>How many values one filter may have.</summary>
    public const int IdsOfRequest = 200;

    private const string Group = "dockerland-bench-web";
    private const string Name = "www.example.com";
    private const string Route53 = "https://route53.amazonaws.com/doc/2013-04-01/";
    private const string Head = """<?xml version="1.0" encoding="UTF-8"?>""" + "\n";

    public static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"i-0{index:x16}");

    /// <summary>What the topic of a group's notifications sends.</summary>
    public static string Notification => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventSource"] = "aws:sns",
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = "arn:aws:sns:eu-central-1:123456789012:hosts:0b6b9a29-2b9e-4a8c-8b5a-0123456789ab",
            ["Sns"] = new JsonObject
            {
                ["Type"] = "Notification",
                ["MessageId"] = "95df01b4-ee98-5cb9-9903-4c221d41eb5e",
                ["TopicArn"] = "arn:aws:sns:eu-central-1:123456789012:hosts",
                ["Subject"] = $"Auto Scaling: launch for group \"{Group}\"",
                ["Timestamp"] = "2026-01-02T03:04:05.678Z",
                ["Message"] = new JsonObject
                {
                    ["Service"] = "AWS Auto Scaling",
                    ["Event"] = "autoscaling:EC2_INSTANCE_LAUNCH",
                    ["Time"] = "2026-01-02T03:04:05.432Z",
                    ["AccountId"] = "123456789012",
                    ["AutoScalingGroupName"] = Group,
                    ["AutoScalingGroupARN"] = $"arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:id:autoScalingGroupName/{Group}",
                    ["EC2InstanceId"] = Id(0),
                    ["Cause"] = "At 2026-01-02T03:03:01Z an instance was started in response to a difference between desired and actual capacity.",
                }.ToJsonString(),
            },
        }),
    }.ToJsonString();

    // Unlike the others' answers, this service's have no declaration.
    public static string Groups(int instances) => $"""
        <DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult><AutoScalingGroups><member>
        <AutoScalingGroupName>{Group}</AutoScalingGroupName><AutoScalingGroupARN>arn:aws:autoscaling:eu-central-1:123456789012:autoScalingGroup:id:autoScalingGroupName/{Group}</AutoScalingGroupARN>
        <MinSize>1</MinSize><MaxSize>500</MaxSize><DesiredCapacity>{instances}</DesiredCapacity><DefaultCooldown>300</DefaultCooldown><HealthCheckType>EC2</HealthCheckType><HealthCheckGracePeriod>300</HealthCheckGracePeriod>
        <CreatedTime>2026-01-01T00:00:00.000Z</CreatedTime><VPCZoneIdentifier>subnet-0123456789abcdef0</VPCZoneIdentifier><NewInstancesProtectedFromScaleIn>false</NewInstancesProtectedFromScaleIn>
        <AvailabilityZones><member>eu-central-1a</member></AvailabilityZones><TerminationPolicies><member>Default</member></TerminationPolicies>
        <Tags>{Tag(TagKeys.DomainMeta, $"{ZoneId}:{Name}")}{Tag(TagKeys.Environment, Environment)}{Tag(TagKeys.Role, "web")}{Tag(TagKeys.Stack, Stack)}</Tags>
        <Instances>{string.Concat(Enumerable.Range(0, instances).Select(Member))}</Instances>
        </member></AutoScalingGroups></DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>7c6e177f-f082-11e1-ac58-3714bEXAMPLE</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>
        """;

    public static string Machines(IEnumerable<int> instances) => Head + $"""
        <DescribeInstancesResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>8f7724cf-496f-496e-8fe3-example</requestId>
        <reservationSet>{string.Concat(instances.Select(Reservation))}</reservationSet></DescribeInstancesResponse>
        """;

    public static string RecordSets => Head + $"""
        <ListResourceRecordSetsResponse xmlns="{Route53}"><ResourceRecordSets>
        {Set("example.com.", "NS", 172800, "ns-1.awsdns-01.org.", "ns-2.awsdns-02.co.uk.", "ns-3.awsdns-03.com.", "ns-4.awsdns-04.net.")}
        {Set("example.com.", "SOA", 900, "ns-1.awsdns-01.org. awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400")}
        {Set($"{Names.Ownership(Name)}.", "TXT", 300, $"\"{new Owner(Stack, Group)}\"")}
        {Set($"{Name}.", "A", DomainMeta.DefaultTtl, "192.0.2.1")}
        </ResourceRecordSets><IsTruncated>false</IsTruncated><MaxItems>300</MaxItems></ListResourceRecordSetsResponse>
        """;

    public static string Change => Head + $"""
        <ChangeResourceRecordSetsResponse xmlns="{Route53}"><ChangeInfo><Id>/change/C2682N5HXP0BZ4</Id><Status>PENDING</Status><SubmittedAt>2026-01-02T03:04:06.789Z</SubmittedAt></ChangeInfo></ChangeResourceRecordSetsResponse>
        """;

    private static string Tag(string key, string value) =>
        $"<member><ResourceId>{Group}</ResourceId><ResourceType>auto-scaling-group</ResourceType><Key>{key}</Key><Value>{value}</Value><PropagateAtLaunch>true</PropagateAtLaunch></member>";

    private static string Member(int index) => $"""
        <member><InstanceId>{Id(index)}</InstanceId><InstanceType>t3.small</InstanceType><AvailabilityZone>eu-central-1a</AvailabilityZone><LifecycleState>InService</LifecycleState><HealthStatus>Healthy</HealthStatus>
        <LaunchTemplate><LaunchTemplateId>lt-0123456789abcdef0</LaunchTemplateId><LaunchTemplateName>{Group}</LaunchTemplateName><Version>1</Version></LaunchTemplate><ProtectedFromScaleIn>false</ProtectedFromScaleIn></member>
        """;

    private static string Reservation(int index) => $"""
        <item><reservationId>r-0{index:x16}</reservationId><ownerId>123456789012</ownerId><groupSet/><requesterId>940372691376</requesterId><instancesSet><item>
        <instanceId>{Id(index)}</instanceId><imageId>ami-0123456789abcdef0</imageId><instanceState><code>16</code><name>running</name></instanceState>
        <privateDnsName>ip-10-0-{index / 250}-{(index % 250) + 1}.eu-central-1.compute.internal</privateDnsName><dnsName>ec2-198-18-{index / 250}-{(index % 250) + 1}.eu-central-1.compute.amazonaws.com</dnsName><reason/>
        <amiLaunchIndex>0</amiLaunchIndex><productCodes/><instanceType>t3.small</instanceType><launchTime>2026-01-02T03:04:05.000Z</launchTime><placement><availabilityZone>eu-central-1a</availabilityZone><groupName/><tenancy>default</tenancy></placement>
        <monitoring><state>disabled</state></monitoring><subnetId>subnet-0123456789abcdef0</subnetId><vpcId>vpc-0123456789abcdef0</vpcId>
        <privateIpAddress>10.0.{index / 250}.{(index % 250) + 1}</privateIpAddress><ipAddress>{AddressPrefix}{index / 250}.{(index % 250) + 1}</ipAddress><sourceDestCheck>true</sourceDestCheck>
        <groupSet><item><groupId>sg-0123456789abcdef0</groupId><groupName>{Group}</groupName></item></groupSet><architecture>x86_64</architecture><rootDeviceType>ebs</rootDeviceType><rootDeviceName>/dev/xvda</rootDeviceName>
        <blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><volumeId>vol-0{index:x16}</volumeId><status>attached</status><attachTime>2026-01-02T03:04:06.000Z</attachTime><deleteOnTermination>true</deleteOnTermination></ebs></item></blockDeviceMapping>
        <virtualizationType>hvm</virtualizationType><clientToken>fleet-{index:x16}</clientToken>
        <tagSet><item><key>Name</key><value>{Group}</value></item><item><key>{TagKeys.Environment}</key><value>{Environment}</value></item><item><key>{TagKeys.Stack}</key><value>{Stack}</value></item><item><key>aws:autoscaling:groupName</key><value>{Group}</value></item></tagSet>
        <hypervisor>xen</hypervisor><networkInterfaceSet><item><networkInterfaceId>eni-0{index:x16}</networkInterfaceId><status>in-use</status><macAddress>02:00:00:00:00:00</macAddress>
        <privateIpAddress>10.0.{index / 250}.{(index % 250) + 1}</privateIpAddress><association><publicIp>{AddressPrefix}{index / 250}.{(index % 250) + 1}</publicIp><ipOwnerId>amazon</ipOwnerId></association></item></networkInterfaceSet>
        <ebsOptimized>false</ebsOptimized><enaSupport>true</enaSupport><metadataOptions><state>applied</state><httpTokens>required</httpTokens><httpPutResponseHopLimit>2</httpPutResponseHopLimit><httpEndpoint>enabled</httpEndpoint></metadataOptions>
        </item></instancesSet></item>
        """;

    private static string Set(string name, string type, int ttl, params string[] values) =>
        $"<ResourceRecordSet><Name>{name}</Name><Type>{type}</Type><TTL>{ttl}</TTL><ResourceRecords>{string.Concat(values.Select(value => $"<ResourceRecord><Value>{value}</Value></ResourceRecord>"))}</ResourceRecords></ResourceRecordSet>";
}
