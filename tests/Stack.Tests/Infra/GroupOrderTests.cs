using Dockerland.Infra.Components;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra;

/// <summary>What is there before a fleet's first host comes and until its last one has gone.</summary>
public sealed class GroupOrderTests
{
    [Theory]
    [InlineData("aws:ec2/route:Route network-internet")]
    [InlineData("aws:ec2/routeTableAssociation:RouteTableAssociation network-eu-central-1a")]
    [InlineData("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule web-world")]
    [InlineData("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule shared.gossip.shared.gossip.tcp.7946")]
    [InlineData("aws:ssm/parameter:Parameter gossip-key")]
    [InlineData("aws:iam/rolePolicy:RolePolicy web")]
    [InlineData("aws:iam/instanceProfile:InstanceProfile web")]
    [InlineData("aws:sns/topicPolicy:TopicPolicy fleet-events")]
    [InlineData("aws:cloudwatch/eventTarget:EventTarget fleet-events-hooks")]
    [InlineData("aws:sqs/queuePolicy:QueuePolicy fleet-events-failed")]
    [InlineData("aws:lambda/function:Function dns-updater")]
    [InlineData("aws:lambda/permission:Permission dns-updater")]
    [InlineData("aws:sns/topicSubscription:TopicSubscription dns-updater")]
    [InlineData("aws:iam/rolePolicy:RolePolicy dns-updater")]
    [InlineData("aws:cloudwatch/eventTarget:EventTarget dns-updater-schedule")]
    public async Task Hosts_Stand_On(string resource)
    {
        var graph = await Graph.UpAsync("dev");

        Assert.Contains(resource, await WaitedForAsync(graph, graph.Require("aws:autoscaling/group:Group", "web")));
    }

    [Theory]
    [InlineData("aws:autoscaling/lifecycleHook:LifecycleHook", "web-terminate")]
    [InlineData("aws:autoscaling/notification:Notification", "fleet-events-web")]
    public async Task A_Group_Keeps_What_Its_Last_Hosts_Need_And_Takes_It_Along(string type, string name)
    {
        var graph = await Graph.UpAsync("dev");

        Assert.Equal("web", Assert.IsType<Group>(graph.Require(type, name).Options.DeletedWith).GetResourceName());
    }

    [Theory]
    [InlineData("aws:ec2/natGateway:NatGateway")]
    [InlineData("aws:ec2/eip:Eip")]
    public async Task Gateways_Of_Private_Subnets_Go_By_The_Vpcs_Own(string type)
    {
        var waits = new List<Resource>();
        await Cloud.RunAsync(() => _ = new Network(
            "network",
            new() { DisplayName = "dockerland-dev", Region = "eu-central-1", Cidr = "10.1.0.0/16", ZoneLetters = ["a"], PrivateSubnets = true },
            new() { ResourceTransformations = { args => Record(args, type, waits) } }));

        Assert.Contains(waits, resource => resource is Pulumi.Aws.Ec2.InternetGateway);
    }

    // As the engine has it: whoever waits for a component waits for all that is in it.
    private static async Task<IEnumerable<string>> WaitedForAsync(Graph graph, Declared group)
    {
        var direct = await OutputUtilities.GetValueAsync(group.Options.DependsOn.ToOutput());
        return graph.All.Where(declared => direct.Any(resource => IsIn(graph, declared.Resource, resource))).Select(declared => declared.ToString());
    }

    private static bool IsIn(Graph graph, Resource? resource, Resource holder)
    {
        for (; resource is not null; resource = graph.All.FirstOrDefault(declared => declared.Resource == resource)?.Options.Parent)
            if (resource == holder)
                return true;

        return false;
    }

    private static ResourceTransformationResult? Record(ResourceTransformationArgs args, string type, List<Resource> waits)
    {
        if (args.Resource.GetResourceType() == type)
            _ = args.Options.DependsOn.ToOutput().Apply(resources =>
            {
                waits.AddRange(resources);
                return resources;
            });
        return null;
    }
}
