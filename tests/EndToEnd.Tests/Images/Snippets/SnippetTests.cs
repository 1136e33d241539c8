using System.Net;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Snippets;

/// <summary>Lines of somebody's own in the balancer's configuration.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class SnippetTests(DockerFixture docker)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task HAProxy_Takes_What_The_Agent_Writes()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");

        // Its exit code is the check.
        await docker.Engine.RunAsync(
            "run", "--rm", "--env", "HAPROXY_RETRY_ON=none", "--volume", $"{Path.Combine(Repository.Root, "tests/Images.Tests/HaproxyAgent/Snippets/golden/haproxy.cfg")}:/golden.cfg:ro", "--entrypoint", "bash", "dockerland/haproxy",
            "-c", "agent prepare && haproxy -c -L local -f /golden.cfg -f /run/haproxy/members.head");
    }

    [SkippableFact]
    public async Task A_Snippet_Holds_At_Once_And_A_Bad_One_Is_Left_Out()
    {
        await using var balancer = await StartAsync();
        Put(balancer, "frontend/a-bad.cfg", "http-request nonsense\n");
        Put(balancer, "frontend/hello.cfg", "http-request return status 200 content-type text/plain string hello if { path /hello }\n");

        await Condition.WaitAsync("the snippet holds", Deadline, async () => await StatusAsync(balancer.Http, "/hello") is HttpStatusCode.OK);

        Assert.Contains("frontend/a-bad.cfg is refused by HAProxy, and left out: line ", await balancer.LogAsync(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Port_Of_Its_Own_Leads_To_Its_Backend()
    {
        var port = FreePort.Next();
        await using var balancer = await StartAsync("--env", "HAPROXY_PORTS=8080=members 1936=members", "--publish", $"127.0.0.1:{port}:8080");
        Put(balancer, "backend/members.cfg", "http-request return status 200 content-type text/plain string members\n");

        await Condition.WaitAsync("the pool answers there", Deadline, async () => await StatusAsync(port, "/") is HttpStatusCode.OK);

        Assert.Contains("HAPROXY_PORTS has '1936=members', which has a port of the balancer's own; it is left out", await balancer.LogAsync(), StringComparison.Ordinal);
    }

    private async Task<SnippetBalancer> StartAsync(params string[] options)
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy");
        return await SnippetBalancer.StartAsync(docker.Engine, options);
    }

    private static void Put(SnippetBalancer balancer, string name, string text)
    {
        var path = balancer.PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private static async Task<HttpStatusCode?> StatusAsync(int port, string path)
    {
        using var client = new HttpClient();
        try
        {
            using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}{path}"));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
