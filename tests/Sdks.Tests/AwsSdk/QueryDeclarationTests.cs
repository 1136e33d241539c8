using Amazon.AutoScaling;
using Amazon.Runtime;
using Dockerland.Tests.Support.Aws;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class QueryDeclarationTests
{
    private const string Groups = "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups><member><AutoScalingGroupName>web</AutoScalingGroupName></member></AutoScalingGroups></DescribeAutoScalingGroupsResult></DescribeAutoScalingGroupsResponse>";

    [Theory]
    [InlineData("")]
    [InlineData("""<?xml version="1.0" encoding="UTF-8"?>""")]
    public async Task An_Answer_May_Have_A_Declaration_Before_It(string declaration)
    {
        await using var server = await CannedServer.StartAsync();
        server.Answer = new(200, "text/xml", declaration + Groups);
        using var client = new AmazonAutoScalingClient(new BasicAWSCredentials("key", "secret"), new AmazonAutoScalingConfig { ServiceURL = server.Endpoint.OriginalString, AuthenticationRegion = "us-east-1" });

        var response = await client.DescribeAutoScalingGroupsAsync(new());

        Assert.Equal("web", Assert.Single(response.AutoScalingGroups).AutoScalingGroupName);
    }
}
