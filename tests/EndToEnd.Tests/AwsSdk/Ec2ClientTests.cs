using Amazon.EC2;
using Amazon.EC2.Model;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

[Collection(MotoClients.Name)]
public sealed class Ec2ClientTests(MotoFixture moto)
{
    private const string Python = "e = boto3.client('ec2')\n";

    [SkippableFact]
    public async Task Instances_Are_What_Boto3_Sees()
    {
        using var client = Client();
        await RunAsync("seen");

        var described = await client.DescribeInstancesAsync(new DescribeInstancesRequest { Filters = [new() { Name = "tag:Name", Values = ["seen"] }] });

        Boto3View.AssertSame(await moto.Boto3Async(Python + "result = e.describe_instances(Filters=[{'Name': 'tag:Name', 'Values': ['seen']}])"), described);
        Assert.Equal(2, Assert.Single(described.Reservations).Instances.Count);
    }

    [SkippableFact]
    public async Task Instances_Are_Found_By_Id()
    {
        using var client = Client();
        var ids = await RunAsync("by-id");

        var described = await client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [ids[1]] });

        Assert.Equal(ids[1], described.Reservations.Single().Instances.Single().InstanceId);
    }

    [SkippableFact]
    public async Task Tags_Are_What_Boto3_Sees()
    {
        using var client = Client();
        var ids = await RunAsync("tagged");

        var described = await client.DescribeTagsAsync(new DescribeTagsRequest { Filters = [new() { Name = "resource-id", Values = [.. ids] }] });

        Boto3View.AssertSame(await moto.Boto3Async(Python + $"result = e.describe_tags(Filters=[{{'Name': 'resource-id', 'Values': ['{string.Join("', '", ids)}']}}])"), described);
        Assert.Equal(2, described.Tags.Count);
    }

    [SkippableFact]
    public async Task An_Unknown_Instance_Is_An_Exception_With_Its_Code()
    {
        using var client = Client();

        var exception = await Assert.ThrowsAsync<AmazonEC2Exception>(() => client.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = ["i-0123456789abcdef0"] }));

        Assert.Equal("InvalidInstanceID.NotFound", exception.ErrorCode);
    }

    private AmazonEC2Client Client() => new(MotoFixture.Credentials, moto.Config<AmazonEC2Config>());

    private async Task<string[]> RunAsync(string name)
    {
        var made = await moto.Boto3Async(Python + $$"""
            image = e.describe_images()['Images'][0]['ImageId']
            ran = e.run_instances(ImageId=image, InstanceType='t3.micro', MinCount=2, MaxCount=2, TagSpecifications=[{'ResourceType': 'instance', 'Tags': [{'Key': 'Name', 'Value': '{{name}}'}]}])
            result = [i['InstanceId'] for i in ran['Instances']]
            """);
        return [.. made.EnumerateArray().Select(id => id.GetString()!)];
    }
}
