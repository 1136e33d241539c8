using System.Collections.Immutable;
using Dockerland.Infra.Rules;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Sns;
using Pulumi.Aws.Vpc;

namespace Dockerland.Tests.Infra.Rules;

public sealed class RuleCheckTests
{
    [Fact]
    public async Task What_Is_Unknown_Is_Not_Judged() => Assert.Null((await RuledRun.PreviewAsync(ComeToKnow)).Error);

    [Fact]
    public async Task What_Comes_To_Be_Known_Is_Judged() =>
        Assert.StartsWith("Rule ", (await RuledRun.UpAsync(ComeToKnow)).Error, StringComparison.Ordinal);

    [Fact]
    public async Task A_Resource_That_Keeps_The_Rules_Is_Registered() =>
        Assert.Contains((await RuledRun.UpAsync(Door)).Cloud.Requests, request => request.Name == "web");

    [Fact]
    public async Task All_Rules_That_A_Resource_Breaks_Are_Told_At_Once()
    {
        var run = await RuledRun.UpAsync(() => _ = new LaunchTemplate("x"));

        Assert.Equal(["Rule imdsv2", "Rule encrypted-volumes"], run.Error!.Split('\n').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public async Task What_Takes_The_Output_Of_A_Refused_Resource_Is_Not_Registered_Either()
    {
        var run = await RuledRun.UpAsync(() => _ = new TopicSubscription("after", new() { Topic = new Topic("x").Arn, Protocol = "lambda", Endpoint = "arn" }));

        Assert.DoesNotContain(run.Cloud.Requests, request => request.Name is "x" or "after");
    }

    [Fact]
    public async Task An_Exemption_Counts_For_Its_Resource_Alone()
    {
        var run = await RuledRun.UpAsync(() => _ = new Topic("x"), ("topic-key", "y"));

        Assert.StartsWith("Rule topic-key: aws:sns/topic:Topic 'x' has no key", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Exemption_That_Nothing_Needs_Is_Named()
    {
        var run = await RuledRun.UpAsync(Door, ("world-ports", "web"), ("topic-key", "gone"));

        Assert.Equal<string>(
            [
                "dockerland:exemptions.topic-key.gone exempts nothing: there is no such resource, or it keeps the rule. Remove it: pulumi config rm --path 'dockerland:exemptions.topic-key[\"gone\"]'",
                "dockerland:exemptions.world-ports.web exempts nothing: there is no such resource, or it keeps the rule. Remove it: pulumi config rm --path 'dockerland:exemptions.world-ports[\"web\"]'",
            ],
            await run.Check.UnusedAsync());
    }

    [Fact]
    public async Task An_Exemption_That_Something_Needs_Is_Not()
    {
        var run = await RuledRun.UpAsync(() => _ = new Topic("x"), ("topic-key", "x"));

        Assert.Empty(await run.Check.UnusedAsync());
    }

    [Fact]
    public void An_Exemption_Of_No_Rule_Is_Refused()
    {
        var exemptions = ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>.Empty.Add("topic-keys", ImmutableSortedDictionary<string, string>.Empty);

        var error = Assert.Throws<RunException>(() => new RuleCheck(exemptions));

        Assert.StartsWith("dockerland:exemptions.topic-keys is no rule; there are: admin-ports, ", error.Message, StringComparison.Ordinal);
    }

    // All that is wrong here comes from a name that only an update knows.
    private static void ComeToKnow()
    {
        var name = new Role("late", new() { AssumeRolePolicy = "{}" }).Name;
        _ = new LaunchTemplate("x", new()
        {
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs { HttpTokens = name },
            BlockDeviceMappings = { new LaunchTemplateBlockDeviceMappingArgs { Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs { Encrypted = name } } },
        });
        _ = new SecurityGroupIngressRule("y", new() { SecurityGroupId = "sg-1", IpProtocol = "tcp", FromPort = 1, ToPort = 2, CidrIpv4 = name.Apply(_ => "0.0.0.0/0") });
        _ = new RolePolicy("z", new() { Role = "r", Policy = name.Apply(text => $$"""{"Statement":[{"Effect":"Allow","Action":"{{text}}:*","Resource":"*"}]}""") });
    }

    private static void Door() => _ = new SecurityGroupIngressRule("web", new() { SecurityGroupId = "sg-1", IpProtocol = "tcp", FromPort = 443, ToPort = 443, CidrIpv4 = "0.0.0.0/0" });
}
