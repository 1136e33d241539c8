using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi.Testing;

namespace Dockerland.Tests.Infra;

/// <summary>Every port that the checked-in stacks open, and to whom: who opens another has to write it down here.</summary>
public sealed class IngressTests
{
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task A_Stack_Opens_These_Ports_And_No_Other(string stack) => Assert.Equal<string>(
        [
            "0.0.0.0/0 -> balancer 443/tcp",
            "0.0.0.0/0 -> balancer 80/tcp",
            "balancer -> web 3000/tcp",
            "shared.gossip -> shared.gossip 7946/tcp",
            "shared.gossip -> shared.gossip 7946/udp",
        ],
        Ingress(await RunAsync(stack)));

    [Fact]
    public async Task Gossip_And_Ssh_Are_Where_The_Settings_Put_Them() => Assert.Equal<string>(
        [
            "0.0.0.0/0 -> balancer 443/tcp",
            "0.0.0.0/0 -> balancer 80/tcp",
            "192.0.2.0/24 -> balancer 22/tcp",
            "192.0.2.0/24 -> web 22/tcp",
            "balancer -> web 3000/tcp",
            "shared.gossip -> shared.gossip 7950/tcp",
            "shared.gossip -> shared.gossip 7950/udp",
        ],
        Ingress(await RunAsync("dev", ("gossipPort", "7950"), ("sshCidrs", """["192.0.2.0/24"]"""))));

    [Fact]
    public async Task Hosts_In_An_Existing_Network_Are_Open_To_Its_Range()
    {
        var cloud = await RunAsync("dev", ("vpcId", "vpc-0123456789abcdef0"), ("subnetIds", """["subnet-0123456789abcdef0"]"""), ("fleets", """{"login":{"containers":{"login":{"image":"login:1","domain":"login","ports":["80:80"]}}}}"""));

        Assert.Equal<string>(["172.31.0.0/16 -> login 443/tcp", "172.31.0.0/16 -> login 80/tcp"], Ingress(cloud));
        Assert.DoesNotContain(cloud.Requests, request => request.Type is "aws:ec2/vpc:Vpc" or "aws:ec2/subnet:Subnet");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task No_Group_Has_Rules_Of_Another_Kind(string stack) => Assert.All(
        (await RunAsync(stack)).Requests.Where(request => request.Type is "aws:ec2/securityGroup:SecurityGroup" or "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"),
        group => Assert.DoesNotContain(group.Inputs.Keys, key => key is "ingress" or "egress"));

    private static IEnumerable<string> Ingress(Cloud cloud) => cloud.Requests.Where(request => request.Type == Rule).Select(Describe).Order(StringComparer.Ordinal);

    private static string Describe(MockResourceArgs rule)
    {
        Assert.Equal(rule.Inputs["fromPort"], rule.Inputs["toPort"]);
        var source = rule.Inputs.GetValueOrDefault("cidrIpv4") ?? Group(rule.Inputs["referencedSecurityGroupId"]);
        return $"{source} -> {Group(rule.Inputs["securityGroupId"])} {rule.Inputs["fromPort"]}/{rule.Inputs["ipProtocol"]}";
    }

    private static string Group(object id) => ((string)id)[..^"-id".Length];

    private static Task<Cloud> RunAsync(string stack, params (string Key, string Value)[] settings)
    {
        var files = StackFiles.Read(new(Support.Repository.Root), stack);
        var values = settings.Aggregate(files.Values, (values, setting) => values.SetItem($"dockerland:{setting.Key}", setting.Value));
        var inputs = StackInputs.Read(new(values, files.SecretKeys), Support.Repository.Root, MissingSecrets.Show);
        return Cloud.RunAsync(
            () => _ = new DockerlandStack(inputs),
            ("aws:ec2/getSubnet:getSubnet", new() { ["cidrBlock"] = "172.31.1.0/24", ["vpcId"] = "vpc-0123456789abcdef0", ["mapPublicIpOnLaunch"] = true }));
    }
}
