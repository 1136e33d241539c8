using System.Net;
using System.Text.Json;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Members;

/// <summary>Visitors stay with the backend that has their session.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class StickyTests(DockerFixture docker) : IDisposable
{
    private const int Servers = 10;
    private const int Sessions = 100;
    private const int Requests = 20;

    private readonly HttpClient client = new(new SocketsHttpHandler { UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10) };

    [SkippableFact]
    public async Task Sessions_Stay_With_Servers_That_Came_At_Run_Time_Across_A_Reload()
    {
        await using var fleet = await docker.StartFleetAsync(new("dockerland-sticky"), backends: 0);
        await Task.WhenAll(Fleet.Names(Servers).Select(name => fleet.AddAsync(name)));
        await fleet.Balancer.WaitForAsync(Fleet.Names(Servers));
        var worker = await fleet.Balancer.WorkerAsync();

        var first = await AllAsync(Enumerable.Range(0, Sessions), _ => AskAsync(fleet, cookie: null));
        var last = await TurnsAsync(fleet, first, Requests / 2);
        await fleet.InAsync(Fleet.Seed, "s6-svc", "-2", "/run/service/haproxy");
        await Condition.WaitAsync("another process answers", TimeSpan.FromSeconds(10), async () => await fleet.Balancer.WorkerAsync() != worker);
        last = await TurnsAsync(fleet, last, Requests / 2);

        Assert.Equal(Servers, first.Select(answer => answer.Tag).Distinct().Count());
        Assert.Equal(Sessions, first.Select(answer => answer.Id).Distinct().Count());
        Assert.Equal(first.Select(answer => answer with { Views = 1 + Requests }), last);
    }

    public void Dispose() => client.Dispose();

    private async Task<Answer[]> TurnsAsync(Fleet fleet, Answer[] sessions, int turns)
    {
        for (var turn = 0; turn < turns; turn++) sessions = await AllAsync(sessions, session => AskAsync(fleet, session.Cookie));
        return sessions;
    }

    private static async Task<Answer[]> AllAsync<T>(IEnumerable<T> all, Func<T, Task<Answer>> askAsync) => await Task.WhenAll(all.Select(askAsync));

    private async Task<Answer> AskAsync(Fleet fleet, string? cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, fleet.Balancer.Uri);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        // A backend that doesn't know the session gives another cookie.
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies)) cookie = cookies.Single().Split(';')[0];
        return new(answer.GetProperty("tag").GetString()!, answer.GetProperty("id").GetString()!, answer.GetProperty("sessionViews").GetInt32(), cookie!);
    }

    private sealed record Answer(string Tag, string Id, int Views, string Cookie);
}
