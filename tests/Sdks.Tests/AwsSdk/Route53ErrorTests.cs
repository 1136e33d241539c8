using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Dockerland.Tests.Support.Aws;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>Route 53's errors, of which one has a document of its own.</summary>
public sealed class Route53ErrorTests
{
    [Fact]
    public async Task An_Invalid_Batch_Says_All_That_Is_Wrong()
    {
        var exception = await Assert.ThrowsAsync<InvalidChangeBatchException>(() => FailAsync("""
            <?xml version="1.0"?>
            <InvalidChangeBatch xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
              <Messages><Message>Tried to create a record that exists</Message><Message>Another</Message></Messages>
              <RequestId>request-1</RequestId>
            </InvalidChangeBatch>
            """, 400));

        Assert.Equal("InvalidChangeBatch", exception.ErrorCode);
        Assert.Equal(["Tried to create a record that exists", "Another"], exception.Messages);
    }

    [Fact]
    public async Task A_Request_That_Comes_Too_Early_May_Be_Sent_Again()
    {
        var exception = await Assert.ThrowsAsync<PriorRequestNotCompleteException>(() => FailAsync("""
            <ErrorResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">
              <Error><Type>Sender</Type><Code>PriorRequestNotComplete</Code><Message>Not yet</Message></Error><RequestId>request-1</RequestId>
            </ErrorResponse>
            """, 400));

        Assert.Equal(("Not yet", "request-1"), (exception.Message, exception.RequestId));
    }

    private static async Task FailAsync(string body, int status)
    {
        await using var server = await CannedServer.StartAsync();
        server.Answer = new(status, "text/xml", body);
        var config = new AmazonRoute53Config { ServiceURL = server.Endpoint.OriginalString, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };
        using var client = new AmazonRoute53Client(new BasicAWSCredentials("key", "secret"), config);
        await client.ChangeResourceRecordSetsAsync(new() { HostedZoneId = "/hostedzone/Z1", ChangeBatch = new() });
    }
}
