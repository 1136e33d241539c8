using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Amazon.Runtime;
using Dockerland.Sdks.Generate.Aws;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Aws;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

/// <summary>
/// Every operation of every client, whether moto knows it or not: a request with all members against what botocore would send, and an answer with
/// all members against what botocore reads of it.
/// </summary>
public sealed class BotocoreTests
{
    private static readonly AwsStandIns StandIns = new(Path.Combine(Repository.Root, "sdks"));

    public static TheoryData<string, string> Operations
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var service in StandIns.Services.Where(service => service.Version is not null))
            {
                foreach (var operation in service.Operations)
                    data.Add(service.Package, operation);
            }
            return data;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Operations))]
    public async Task Requests_And_Answers_Are_Those_Of_Botocore(string package, string operation)
    {
        Prerequisite.Programs(Moto.Programs);
        var service = StandIns.Services.Single(service => service.Package == package);
        await using var server = await CannedServer.StartAsync();
        server.Answer = new SampleAnswers(StandIns.ReadModel(service), mostDepth: 20).Of(operation);

        var (request, answer) = await CallAsync(service, operation, server.Endpoint);
        var expected = await Botocore.AskAsync(
            service.Errors.Split('/')[0], operation, Botocore.Members(request)!, server.Answer.Headers, server.Answer.Body);

        var sent = Assert.Single(server.Requests);
        Assert.Equal(expected.GetProperty("method").GetString(), sent.Method);
        Assert.Equal(Uri.UnescapeDataString(expected.GetProperty("path").GetString()!), Uri.UnescapeDataString(sent.Target.Split('?')[0]));
        Assert.Equal(Pairs(expected.GetProperty("query")), Pairs(sent.Target.Split('?').ElementAtOrDefault(1) ?? ""));
        AssertBody(expected.GetProperty("body"), sent);
        Boto3View.AssertSame(expected.GetProperty("read"), answer);
    }

    private static async Task<(object Request, object Answer)> CallAsync(ServiceEntry service, string operation, Uri endpoint)
    {
        var assembly = Assembly.Load(service.Package);
        var names = "Amazon." + service.Package["AWSSDK.".Length..];
        var config = (ClientConfig)Activator.CreateInstance(assembly.GetType($"{names}.Amazon{service.Client}Config", throwOnError: true)!)!;
        (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = (endpoint.OriginalString, "us-east-1", 0);
        var type = assembly.GetType($"{names}.Amazon{service.Client}Client", throwOnError: true)!;
        using var client = (AmazonServiceClient)Activator.CreateInstance(type, MotoFixture.Credentials, config)!;

        var request = SampleValues.Fill(assembly.GetType($"{names}.Model.{operation}Request", throwOnError: true)!, depth: 8);
        var task = (Task)type.GetMethod(operation + "Async", [request.GetType(), typeof(CancellationToken)])!.Invoke(client, [request, CancellationToken.None])!;
        await task;
        return (request, task.GetType().GetProperty("Result")!.GetValue(task)!);
    }

    private static void AssertBody(JsonElement expected, SentRequest sent)
    {
        var type = sent.Headers.GetValueOrDefault("CONTENT-TYPE", "");
        if (expected.ValueKind == JsonValueKind.Object)
            Assert.Equal(Pairs(expected), Pairs(sent.Body));
        else if (type.Contains("json", StringComparison.Ordinal))
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected.GetString()!), JsonNode.Parse(sent.Body)), sent.Body);
        else if (expected.GetString() is { Length: > 0 } xml)
            Assert.Equal(XElement.Parse(xml).ToString(), XElement.Parse(sent.Body).ToString());
        else
            Assert.Equal("", sent.Body);
    }

    private static IEnumerable<string> Pairs(JsonElement parameters) =>
        parameters.EnumerateObject().Select(parameter => $"{parameter.Name} = {parameter.Value}").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Pairs(string text) => text.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2).Select(part => Uri.UnescapeDataString(part.Replace('+', ' '))).ToArray())
        .Select(pair => $"{pair[0]} = {pair[1]}").Order(StringComparer.Ordinal);
}
