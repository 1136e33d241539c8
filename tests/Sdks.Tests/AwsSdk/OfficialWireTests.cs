using System.Text.Json.Nodes;
using System.Web;
using Amazon.Runtime;
using Dockerland.Tests.Support.Aws;

namespace Dockerland.Tests.Sdks.AwsSdk;

/// <summary>The generated and the official client at the same canned server: the same is sent, and the same comes of what is answered.</summary>
public sealed class OfficialWireTests
{
    // What differs from call to call, and what only tells the two programs apart.
    private static readonly string[] NotTheRequests =
        ["AUTHORIZATION", "X-AMZ-DATE", "USER-AGENT", "AMZ-SDK-INVOCATION-ID", "AMZ-SDK-REQUEST", "X-AMZ-CONTENT-SHA256", "CONTENT-LENGTH", "HOST"];

    public static TheoryData<string, string> Operations => EachOperation();

    public static TheoryData<string, string, string> Errors => EachError();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_Same_Request_Is_Sent(string name, string operation)
    {
        await using var server = await CannedServer.StartAsync();
        var service = ProofService.Of(name);
        server.Answer = new SampleAnswers(service.Model, mostDepth: 4).Of(operation);

        await CallBothAsync(service, server, operation);

        AssertSame(name, $"{operation} request", [.. Lines(server.Requests[0])], [.. Lines(server.Requests[1])]);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_Same_Answer_Is_Read(string name, string operation)
    {
        await using var server = await CannedServer.StartAsync();
        var service = ProofService.Of(name);
        server.Answer = new SampleAnswers(service.Model, mostDepth: 4).Of(operation);

        var (official, generated) = await CallBothAsync(service, server, operation);

        Assert.IsAssignableFrom<AmazonWebServiceResponse>(official);
        AssertSame(name, $"{operation} answer", [.. ObjectText.Lines(official)], [.. ObjectText.Lines(generated)]);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task The_Same_Exception_Is_Thrown(string name, string operation, string error)
    {
        await using var server = await CannedServer.StartAsync();
        var service = ProofService.Of(name);
        var answers = new SampleAnswers(service.Model, mostDepth: 4);
        server.Answer = error switch
        {
            "unknown" => answers.Error("SomethingElse", 400),
            "page" => new(502, "text/html", "<html><body>Bad gateway</body></html>"),
            "nothing" => new(500, "text/plain", ""),
            _ => answers.Error(error),
        };

        var (official, generated) = await CallBothAsync(service, server, operation);

        Assert.IsAssignableFrom<AmazonServiceException>(official);
        AssertSame(name, $"{operation} {error}", [.. ObjectText.Lines(official)], [.. ObjectText.Lines(generated)]);
    }

    private static async Task<(object Official, object Generated)> CallBothAsync(ProofService service, CannedServer server, string operation)
    {
        using var official = new ReflectedClient(service, service.Official, server.Endpoint);
        using var generated = new ReflectedClient(service, service.Generated, server.Endpoint);
        return (await official.CallAsync(operation, official.Request(operation)), await generated.CallAsync(operation, generated.Request(operation)));
    }

    private static void AssertSame(string service, string what, string[] official, string[] generated)
    {
        string[] found =
        [
            .. generated.Except(official).Select(line => $"{service} wire {what} generated only: {line}"),
            .. official.Except(generated).Select(line => $"{service} wire {what} official only: {line}"),
        ];
        var (unexplained, _) = Differences.Explain(found, "");
        Assert.True(unexplained.Length == 0, string.Join('\n', unexplained));
    }

    private static IEnumerable<string> Lines(SentRequest request)
    {
        var target = request.Target.Split('?');
        yield return $"{request.Method} {target[0]}";
        foreach (var parameter in Parameters(target.ElementAtOrDefault(1) ?? ""))
            yield return "query " + parameter;
        foreach (var (name, value) in request.Headers.Where(header => !NotTheRequests.Contains(header.Key)))
            yield return $"header {name} = {value}";
        var body = request.Headers.GetValueOrDefault("CONTENT-TYPE", "").Contains("json", StringComparison.Ordinal)
            ? Values(JsonNode.Parse(request.Body), "")
            : Parameters(request.Body);
        foreach (var line in body)
            yield return "body " + line;
    }

    private static IEnumerable<string> Parameters(string text)
    {
        var parameters = HttpUtility.ParseQueryString(text);
        return parameters.AllKeys.Select(key => $"{key} = {parameters[key]}");
    }

    private static IEnumerable<string> Values(JsonNode? node, string path) => node switch
    {
        JsonObject value => value.SelectMany(member => Values(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Values(item, $"{path}[{index}]")),
        _ => [$"{path} = {node?.ToJsonString() ?? "null"}"],
    };

    private static TheoryData<string, string> EachOperation()
    {
        var data = new TheoryData<string, string>();
        foreach (var service in ProofService.Entries)
        {
            foreach (var operation in service.Operations)
                data.Add(service.Package["AWSSDK.".Length..], operation);
        }
        return data;
    }

    private static TheoryData<string, string, string> EachError()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, operation) in Operations.Select(row => ((string)row[0], (string)row[1])))
        {
            var modeled = ProofService.ModelOf(name)["operations"]![operation]!["errors"]!.AsArray().Select(error => (string)error!);
            foreach (var error in modeled.Concat(["unknown", "page", "nothing"]))
                data.Add(name, operation, error);
        }
        return data;
    }
}
