using Amazon.EC2;
using Amazon.Runtime;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Instance;
using Dockerland.Tests.Support.Aws;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.Images.MetadataAgent.Instance;

public sealed class InstanceTagsTests : IAsyncLifetime
{
    private FakeImds _imds = null!;
    private CannedServer _ec2 = null!;
    private string? _region;

    public async Task InitializeAsync() => (_imds, _ec2) = (await FakeImds.StartAsync(), await CannedServer.StartAsync());

    public async Task DisposeAsync()
    {
        await _imds.DisposeAsync();
        await _ec2.DisposeAsync();
    }

    [Fact]
    public async Task The_Metadata_Service_Is_Asked_And_Nobody_Else()
    {
        _imds.Tags = new Dictionary<string, string> { ["docker.role"] = "web" };

        Assert.Equal("[docker.role, web]", string.Join(' ', await ReadAsync()));
        Assert.Empty(_ec2.Requests);
    }

    [Fact]
    public async Task Where_It_Shows_None_Ec2_Is_Asked_For_Those_Of_This_Instance()
    {
        _imds.Tags = null;
        _ec2.Answer = new(200, "text/xml", """<DescribeTagsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><tagSet><item><key>docker.role</key><value>web</value></item><item><key>empty</key><value/></item></tagSet></DescribeTagsResponse>""");

        Assert.Equal("[docker.role, web] [empty, ]", string.Join(' ', await ReadAsync()));
        Assert.Equal(("eu-central-1", true), (_region, Assert.Single(_ec2.Requests).Body.Contains("Filter.1.Name=resource-id&Filter.1.Value.1=i-0123456789abcdef0", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_Pages_Are_Read()
    {
        _imds.Tags = null;
        _ec2.Respond = request => new(200, "text/xml", request.Body.Contains("NextToken=more", StringComparison.Ordinal) ? Page("b", "") : Page("a", "<nextToken>more</nextToken>"));

        Assert.Equal("[a, 1] [b, 1]", string.Join(' ', await ReadAsync()));
    }

    [Fact]
    public async Task What_Is_Not_Allowed_Is_Said_With_Both_Ways_Out()
    {
        _imds.Tags = null;
        _ec2.Answer = new(403, "text/xml", "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors><RequestID>1</RequestID></Response>");

        var error = await Assert.ThrowsAsync<AgentException>(ReadAsync);

        Assert.Equal((ExitCodes.NoPermission, "The tags can't be read: the metadata service doesn't show them, and the instance's role may not call ec2:DescribeTags. Set InstanceMetadataTags to enabled, or allow that action."), (error.ExitCode, error.Message));
    }

    private static string Page(string key, string next) => $"<DescribeTagsResponse xmlns=\"http://ec2.amazonaws.com/doc/2016-11-15/\"><tagSet><item><key>{key}</key><value>1</value></item></tagSet>{next}</DescribeTagsResponse>";

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync()
    {
        using var imds = new ImdsClient(new() { Endpoint = new(_imds.Endpoint) }, TimeProvider.System);
        return await new InstanceTags(imds, region =>
        {
            _region = region;
            return new AmazonEC2Client(new AnonymousAWSCredentials(), new AmazonEC2Config { ServiceURL = _ec2.Endpoint.OriginalString, MaxErrorRetry = 0 });
        }).ReadAsync(CancellationToken.None);
    }
}
