using System.Collections.Concurrent;
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

    // Each case is tried once, for its own test and for the one that looks at all.
    private static readonly ConcurrentDictionary<(string Service, string Operation, string Case), Lazy<Task<string[]>>> Found = [];

    public static TheoryData<string, string> Operations => EachOperation();

    public static TheoryData<string, string, string> Errors => EachError();

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_Same_Request_Is_Sent(string name, string operation) => await AssertSameAsync(name, operation, "request");

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task The_Same_Answer_Is_Read(string name, string operation) => await AssertSameAsync(name, operation, "answer");

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task The_Same_Exception_Is_Thrown(string name, string operation, string error) => await AssertSameAsync(name, operation, error);

    [Fact]
    public async Task Every_Difference_That_Has_A_Reason_Is_Still_There()
    {
        var found = new List<string>();
        foreach (var (name, operation) in Operations.Select(row => ((string)row[0], (string)row[1])))
            found.AddRange([.. await DifferencesAsync(name, operation, "request"), .. await DifferencesAsync(name, operation, "answer")]);
        foreach (var row in Errors)
            found.AddRange(await DifferencesAsync((string)row[0], (string)row[1], (string)row[2]));

        Assert.Empty(ProofService.Entries.SelectMany(service => Differences.Explain(found, service.Package["AWSSDK.".Length..] + " wire ").Unused));
    }

    private static async Task AssertSameAsync(string name, string operation, string what)
    {
        var (unexplained, _) = Differences.Explain(await DifferencesAsync(name, operation, what), "none");
        Assert.True(unexplained.Length == 0, string.Join('\n', unexplained));
    }

    private static Task<string[]> DifferencesAsync(string name, string operation, string what) =>
        Found.GetOrAdd((name, operation, what), _ => new(() => CompareAsync(ProofService.Of(name), name, operation, what))).Value;

    private static async Task<string[]> CompareAsync(ProofService service, string name, string operation, string what)
    {
        await using var server = await CannedServer.StartAsync();
        var answers = new SampleAnswers(service.Model, mostDepth: 4);
        server.Answer = what switch
        {
            "request" or "answer" => answers.Of(operation),
            "unknown" => answers.Error("SomethingElse", 400),
            "page" => new(502, "text/html", "<html><body>Bad gateway</body></html>"),
            "nothing" => new(500, "text/plain", ""),
            _ => answers.Error(what),
        };
        var (official, generated) = await CallBothAsync(service, server, operation);
        Assert.IsAssignableFrom(what is "request" or "answer" ? typeof(AmazonWebServiceResponse) : typeof(AmazonServiceException), official);

        string[] there = [.. what == "request" ? Lines(server.Requests[0]) : ObjectText.Lines(official)];
        string[] here = [.. what == "request" ? Lines(server.Requests[1]) : ObjectText.Lines(generated)];
        return
        [
            .. here.Except(there).Select(line => $"{name} wire {operation} {what} generated only: {line}"),
            .. there.Except(here).Select(line => $"{name} wire {operation} {what} official only: {line}"),
        ];
    }

    private static async Task<(object Official, object Generated)> CallBothAsync(ProofService service, CannedServer server, string operation)
    {
        using var official = new ReflectedClient(service, service.Official, server.Endpoint);
        using var generated = new ReflectedClient(service, service.Generated, server.Endpoint);
        return (await official.CallAsync(operation, official.Request(operation)), await generated.CallAsync(operation, generated.Request(operation)));
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
