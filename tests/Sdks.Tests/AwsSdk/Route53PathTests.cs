using Amazon.Route53;
using Amazon.Runtime;
using Dockerland.Tests.Support.Aws;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class Route53PathTests
{
    [Theory]
    [InlineData("Z1")]
    [InlineData("/hostedzone/Z1")]
    public async Task An_Id_May_Have_Its_Kind_Before_It(string id)
    {
        await using var server = await CannedServer.StartAsync();
        server.Answer = new(200, "text/xml", "<GetHostedZoneResponse/>");
        using var client = new AmazonRoute53Client(new BasicAWSCredentials("key", "secret"), new AmazonRoute53Config { ServiceURL = server.Endpoint.OriginalString, AuthenticationRegion = "us-east-1" });

        await client.GetHostedZoneAsync(new() { Id = id });

        Assert.Equal("/2013-04-01/hostedzone/Z1", Assert.Single(server.Requests).Target);
    }

    [Fact]
    public async Task A_Request_Without_Its_Id_Is_Not_Sent()
    {
        using var client = new AmazonRoute53Client(new BasicAWSCredentials("key", "secret"), Amazon.RegionEndpoint.USEast1);

        var exception = await Assert.ThrowsAsync<AmazonRoute53Exception>(() => client.GetHostedZoneAsync(new()));

        Assert.Equal("Request object does not have required field Id set", exception.Message);
    }
}
