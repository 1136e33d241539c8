using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Webapp;

/// <summary>The web application by itself.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class WebappTests(DockerFixture docker)
{
    private const string Secret = "of this test";

    [SkippableFact]
    public async Task What_Is_Being_Answered_Is_Answered_Before_It_Stops()
    {
        await using var webapp = await StartAsync();
        // Longer than it lets others in.
        await webapp.DelayAsync("""{"delay": 2500}""");

        var slow = webapp.StatusAsync("/");
        var watch = Stopwatch.StartNew();
        var stop = webapp.DockerAsync("stop");
        await Condition.WaitAsync("its health says so", TimeSpan.FromSeconds(2), async () => await webapp.StatusAsync("/health") is HttpStatusCode.ServiceUnavailable);
        await stop;

        Assert.Equal(HttpStatusCode.OK, await slow);
        Assert.InRange(watch.Elapsed.TotalSeconds, 2, 5);
        Assert.Equal("0", await webapp.DockerAsync("inspect", "--format", "{{.State.ExitCode}}"));
    }

    [SkippableFact]
    public async Task A_Delay_Is_Held_And_A_Wrong_One_Refused()
    {
        await using var webapp = await StartAsync();

        Assert.Equal((HttpStatusCode.OK, "New timeout of 400ms configured."), await webapp.DelayAsync("""{"delay": 400}"""));
        foreach (var wrong in (string[])["-1", "60001", "1.5", "\"5\"", "null"])
            Assert.Equal((HttpStatusCode.BadRequest, $"'delay' is {wrong}; it takes 0 to 60000 milliseconds, as {{\"delay\": 100}}."), await webapp.DelayAsync($$"""{"delay": {{wrong}}}"""));

        var watch = Stopwatch.StartNew();
        await webapp.StatusAsync("/");
        Assert.InRange(watch.ElapsedMilliseconds, 400, 5000);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_Cookie_Is_Signed_With_The_Secret_Of_The_Environment_If_There_Is_One(bool isGiven)
    {
        await using var webapp = await StartAsync(isGiven ? ["--env", $"COOKIE_SECRET={Secret}"] : []);

        using var response = await webapp.GetAsync("/");

        // NODESESSID=s:ID.SIGNATURE
        var cookie = WebUtility.UrlDecode(Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0]);
        var words = cookie["NODESESSID=s:".Length..].Split('.', 2);
        Assert.Equal(isGiven, words[1] == Sign(words[0], Secret));
        Assert.NotEqual(Sign(words[0], ""), words[1]);
    }

    private static string Sign(string id, string secret) => Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(id))).TrimEnd('=');

    private async Task<WebappContainer> StartAsync(params string[] options)
    {
        DockerFixture.Require();
        await docker.BuildAsync("webapp");
        return await WebappContainer.StartAsync(docker.Engine, options);
    }
}
