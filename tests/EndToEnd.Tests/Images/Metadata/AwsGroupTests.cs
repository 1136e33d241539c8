using Amazon.AutoScaling;
using Amazon.Runtime;
using Dockerland.MetadataAgent.Host.Groups;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Images.Metadata;

/// <summary>What the host service says to Auto Scaling, at moto.</summary>
public sealed class AwsGroupTests
{
    [SkippableFact]
    public async Task A_Host_That_Is_Given_Up_Is_Unhealthy_In_Its_Group_And_Its_Neighbours_Stay()
    {
        Prerequisite.Programs(Moto.Programs);
        await using var moto = await Moto.StartAsync();
        var id = (await moto.Boto3Async("""
            ec2 = boto3.client("ec2")
            autoscaling = boto3.client("autoscaling")
            subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
            autoscaling.create_launch_configuration(LaunchConfigurationName="web", ImageId="ami-1", InstanceType="t3.small")
            autoscaling.create_auto_scaling_group(AutoScalingGroupName="web", LaunchConfigurationName="web", MinSize=2, MaxSize=2, VPCZoneIdentifier=subnet)
            result = sorted(instance["InstanceId"] for instance in autoscaling.describe_auto_scaling_instances()["AutoScalingInstances"])[0]
            """)).GetString()!;
        using var client = new AmazonAutoScalingClient(new BasicAWSCredentials("test", "test"), new AmazonAutoScalingConfig { ServiceURL = moto.Endpoint.OriginalString, AuthenticationRegion = "us-east-1" });
        var group = new AwsGroup(client);
        var before = await group.FindAsync(id, CancellationToken.None);
        var turn = Enumerable.Range(0, 40).Select(second => DateTimeOffset.UnixEpoch.AddSeconds(second)).First(time => before!.KeepsHost(id, time) is null);

        await group.GiveUpAsync(id, CancellationToken.None);

        var after = await group.FindAsync(id, CancellationToken.None);
        Assert.Equal(("web", 2, 2), (after!.Name, after.Desired, after.Members.Count));
        Assert.Equal([false, true], after.Members.OrderBy(member => member.Id, StringComparer.Ordinal).Select(member => member.IsHealthy));
        Assert.Equal("the group web replaces it already", after.KeepsHost(id, turn));
        Assert.StartsWith($"{id} of the group web is InService and unhealthy", after.KeepsHost(after.Members.Single(member => member.Id != id).Id, turn), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Host_Of_No_Group_Has_None()
    {
        Prerequisite.Programs(Moto.Programs);
        await using var moto = await Moto.StartAsync();
        using var client = new AmazonAutoScalingClient(new BasicAWSCredentials("test", "test"), new AmazonAutoScalingConfig { ServiceURL = moto.Endpoint.OriginalString, AuthenticationRegion = "us-east-1" });

        Assert.Null(await new AwsGroup(client).FindAsync("i-0123456789abcdef0", CancellationToken.None));
    }
}
