using System.Text;
using Dockerland.Cli;
using Dockerland.Cli.Bench.Dns;

namespace Dockerland.Tests.Stack.Cli.Bench.Dns;

public sealed class BenchServerTests
{
    private const string Runtime = "2018-06-01/runtime/invocation";

    [Fact]
    public async Task An_Invocation_Is_Served_And_Noted()
    {
        using var server = new BenchServer(new(3), invocations: 1, () => { });
        using var http = Client(server);

        await http.GetStringAsync($"{Runtime}/next");
        await PostAsync(http, "", "Action=DescribeAutoScalingGroups&Version=2011-01-01");
        await PostAsync(http, "", $"Action=DescribeInstances&Filter.1.Value.1={DnsTexts.Id(0)}");
        await http.GetStringAsync("2013-04-01/hostedzone/Z1/rrset");
        await PostAsync(http, "2013-04-01/hostedzone/Z1/rrset/", Change(3));
        await PostAsync(http, $"{Runtime}/1/response", "{}");
        _ = http.GetStringAsync($"{Runtime}/next");

        Assert.Equal([BenchServer.Next, .. new DnsAnswers(3).Calls, BenchServer.Response, BenchServer.Next], (await server.Done).Select(one => one.Call));
    }

    [Fact]
    public async Task A_Change_Without_A_Host_Is_An_Error()
    {
        using var server = new BenchServer(new(3), invocations: 1, () => { });
        using var http = Client(server);

        _ = PostAsync(http, "2013-04-01/hostedzone/Z1/rrset/", Change(2));

        Assert.StartsWith("A change has 2 of 3 addresses", (await Assert.ThrowsAsync<CliException>(() => server.Done)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Error_Of_The_Function_Ends_The_Bench()
    {
        using var server = new BenchServer(new(3), invocations: 1, () => { });
        using var http = Client(server);

        _ = PostAsync(http, $"{Runtime}/1/error", """{"errorMessage":"no"}""");

        Assert.Equal("""It reports an error: {"errorMessage":"no"}""", (await Assert.ThrowsAsync<CliException>(() => server.Done)).Message);
    }

    [Fact]
    public void Four_Hundred_Instances_Are_Two_Pages() => Assert.Equal(5, new DnsAnswers(400).Calls.Count);

    private static HttpClient Client(BenchServer server) => new() { BaseAddress = new($"http://{server.Address}/") };

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string body) => http.PostAsync(path, new ByteArrayContent(Encoding.UTF8.GetBytes(body)));

    private static string Change(int addresses) => string.Concat(Enumerable.Range(1, addresses).Select(index => $"<Value>{DnsTexts.AddressPrefix}0.{index}</Value>"));
}
