using System.Net;
using System.Xml.Linq;
using Dockerland.Cli.Bench.Images;

namespace Dockerland.Tests.Stack.Cli.Bench.Images;

public sealed class MetadataServerTests
{
    [Fact]
    public async Task Tags_Are_The_Same_By_The_Metadata_Service_And_By_EC2()
    {
        await using var server = await MetadataServer.StartAsync(CancellationToken.None);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("X-aws-ec2-metadata-token", await TokenAsync(client, server));

        var names = (await client.GetStringAsync(new Uri($"{server.Address}/latest/meta-data/tags/instance"))).Split('\n');
        var values = await Task.WhenAll(names.Select(name => client.GetStringAsync(new Uri($"{server.Address}/latest/meta-data/tags/instance/{name}"))));

        Assert.Equal(await DescribeAsync(client, server), names.Zip(values));
    }

    [Fact]
    public async Task Nothing_Is_Told_Without_A_Token()
    {
        await using var server = await MetadataServer.StartAsync(CancellationToken.None);
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri($"{server.Address}/latest/meta-data/instance-id"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    private static async Task<string> TokenAsync(HttpClient client, MetadataServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{server.Address}/latest/api/token") { Headers = { { "X-aws-ec2-metadata-token-ttl-seconds", "60" } } };
        using var response = await client.SendAsync(request);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<IEnumerable<(string, string)>> DescribeAsync(HttpClient client, MetadataServer server)
    {
        using var response = await client.PostAsync(new Uri($"{server.Address}/"), content: null);
        var document = XDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.Descendants().Where(element => element.Name.LocalName is "item").Select(item => (Of(item, "key"), Of(item, "value")));

        static string Of(XElement item, string name) => item.Elements().Single(element => element.Name.LocalName == name).Value;
    }
}
