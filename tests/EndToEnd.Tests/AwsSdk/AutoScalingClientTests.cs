using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

[Collection(MotoClients.Name)]
public sealed class AutoScalingClientTests(MotoFixture moto)
{
    private const string Python = "a = boto3.client('autoscaling')\n";

    [SkippableFact]
    public async Task Groups_Are_What_Boto3_Sees()
    {
        using var client = Client();
        await GroupAsync("described", 2);

        var described = await client.DescribeAutoScalingGroupsAsync(new DescribeAutoScalingGroupsRequest { AutoScalingGroupNames = ["described"] });

        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = a.describe_auto_scaling_groups(AutoScalingGroupNames=['described'])"), described);
        Assert.Equal("ZONE:described.example.com", described.AutoScalingGroups.Single().Tags.Single(tag => tag.Key == "DomainMeta").Value);
    }

    [SkippableFact]
    public async Task All_Pages_Of_Groups_Are_Read()
    {
        using var client = Client();
        await GroupAsync("page-one", 0);
        await GroupAsync("page-two", 0);

        var names = new List<string>();
        await foreach (var group in client.Paginators.DescribeAutoScalingGroups(new() { MaxRecords = 1 }).AutoScalingGroups)
            names.Add(group.AutoScalingGroupName);

        Assert.Equal(names.Distinct(), names);
        Assert.Equal(["page-one", "page-two"], names.Where(name => name.StartsWith("page-", StringComparison.Ordinal)).Order());
    }

    [SkippableFact]
    public async Task Instances_Are_What_Boto3_Sees()
    {
        using var client = Client();
        var ids = await GroupAsync("instances", 3);

        var described = await client.DescribeAutoScalingInstancesAsync(new DescribeAutoScalingInstancesRequest { InstanceIds = [.. ids] });

        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = a.describe_auto_scaling_instances(InstanceIds={Python3(ids)})"), described);
        Assert.Equal(3, described.AutoScalingInstances.Count);
    }

    [SkippableFact]
    public async Task Tags_Are_What_Boto3_Sees()
    {
        using var client = Client();
        await GroupAsync("tagged", 0);

        var described = await client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new() { Name = "auto-scaling-group", Values = ["tagged"] }] });

        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = a.describe_tags(Filters=[{'Name': 'auto-scaling-group', 'Values': ['tagged']}])"), described);
        Assert.Single(described.Tags);
    }

    [SkippableFact]
    public async Task Hooks_Are_What_Boto3_Sees()
    {
        using var client = Client();
        await GroupAsync("hooked", 0);
        await moto.Boto3Async(Python + """
            a.put_lifecycle_hook(AutoScalingGroupName='hooked', LifecycleHookName='leave', LifecycleTransition='autoscaling:EC2_INSTANCE_TERMINATING', HeartbeatTimeout=120)
            result = 1
            """);

        var described = await client.DescribeLifecycleHooksAsync(new() { AutoScalingGroupName = "hooked" });

        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = a.describe_lifecycle_hooks(AutoScalingGroupName='hooked')"), described);
        Assert.Equal(120, Assert.Single(described.LifecycleHooks).HeartbeatTimeout);
    }

    [SkippableFact]
    public async Task An_Instance_That_Is_Called_Unhealthy_Is_So_For_Boto3()
    {
        using var client = Client();
        var id = (await GroupAsync("unhealthy", 1))[0];

        await client.SetInstanceHealthAsync(new() { InstanceId = id, HealthStatus = "Unhealthy", ShouldRespectGracePeriod = false });

        var seen = await moto.Boto3Async(Python + $"result = [i['HealthStatus'] for i in a.describe_auto_scaling_instances(InstanceIds=['{id}'])['AutoScalingInstances']]");
        Assert.Equal("[\"Unhealthy\"]", seen.GetRawText());
    }

    [SkippableFact]
    public async Task A_Terminated_Instance_Is_Gone_For_Boto3()
    {
        using var client = Client();
        var ids = await GroupAsync("shrinking", 2);

        var terminated = await client.TerminateInstanceInAutoScalingGroupAsync(new() { InstanceId = ids[0], ShouldDecrementDesiredCapacity = true });

        var seen = await moto.Boto3Async(Python + "result = [i['InstanceId'] for i in a.describe_auto_scaling_groups(AutoScalingGroupNames=['shrinking'])['AutoScalingGroups'][0]['Instances']]");
        Assert.DoesNotContain(ids[0], seen.EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("shrinking", terminated.Activity.AutoScalingGroupName);
    }

    private AmazonAutoScalingClient Client() => new(MotoFixture.Credentials, moto.Config<AmazonAutoScalingConfig>());

    /// <summary>A group of that many instances, which it returns the ids of.</summary>
    private async Task<string[]> GroupAsync(string name, int size)
    {
        var made = await moto.Boto3Async($$"""
            a, e = boto3.client('autoscaling'), boto3.client('ec2')
            image = e.describe_images()['Images'][0]['ImageId']
            e.create_launch_template(LaunchTemplateName='{{name}}', LaunchTemplateData={'ImageId': image, 'InstanceType': 't3.micro'})
            a.create_auto_scaling_group(AutoScalingGroupName='{{name}}', MinSize=0, MaxSize=5, DesiredCapacity={{size}}, AvailabilityZones=['us-east-1a'],
                LaunchTemplate={'LaunchTemplateName': '{{name}}', 'Version': '$Latest'},
                Tags=[{'Key': 'DomainMeta', 'Value': 'ZONE:{{name}}.example.com', 'PropagateAtLaunch': True, 'ResourceId': '{{name}}', 'ResourceType': 'auto-scaling-group'}])
            result = [i['InstanceId'] for i in a.describe_auto_scaling_groups(AutoScalingGroupNames=['{{name}}'])['AutoScalingGroups'][0]['Instances']]
            """);
        return [.. made.EnumerateArray().Select(id => id.GetString()!)];
    }

    private static string Python3(string[] values) => $"['{string.Join("', '", values)}']";
}
