using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Images.Services;

/// <summary>Containers that say by <c>DOMAIN</c> what they answer to.</summary>
[Collection(DockerTestGroup.Name)]
public sealed class ServiceTests(DockerFixture docker)
{
    [SkippableFact]
    public async Task Names_Are_Answered_By_Those_Who_Have_Them()
    {
        await using var fleet = await StartAsync();
        await fleet.AddAsync("login", "login");
        await fleet.AddAsync("any", "*.login,publish");
        await fleet.AddAsync("plain", null);

        await fleet.WaitForAsync("login", "login");
        await fleet.WaitForAsync("publish", "any");

        string[] hosts = ["LOGIN:8080", "login.example.com", "login.example.com.", "a.login", "a.b.login.example.com", "login-evil", "loginx.example.com", "plain"];
        var answers = await Task.WhenAll(hosts.Select(host => fleet.AskAsync(host)));
        Assert.Equal(["login", "login", "login", "any", "any", "503", "503", "503"], answers);
    }

    [SkippableFact]
    public async Task Servers_Come_And_Go_Without_A_Reload()
    {
        await using var fleet = await StartAsync();
        await fleet.AddAsync("one", "login");
        await fleet.WaitForAsync("login", "one");
        var reloads = await fleet.ReloadsAsync();

        await fleet.AddAsync("two", "login");
        await fleet.WaitForAsync("login", "two");
        await fleet.DockerAsync("stop", ServiceFleet.NameOf("one"));
        var after = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => fleet.AskAsync("login")));

        Assert.All(after, answer => Assert.Equal("two", answer));
        Assert.Equal((1, 1), (reloads, await fleet.ReloadsAsync()));
    }

    [SkippableFact]
    public async Task A_Hostile_Name_Changes_No_Byte_And_Keeps_No_Other_Out()
    {
        await using var fleet = await StartAsync();
        await fleet.AddAsync("login", "login");
        await fleet.WaitForAsync("login", "login");
        await Condition.WaitAsync("its server is in the file", TimeSpan.FromSeconds(10), async () => (await fleet.FilesAsync()).Contains($" server {ServiceFleet.NameOf("login")} ", StringComparison.Ordinal));
        var before = await fleet.FilesAsync();

        foreach (var (number, name) in HostileNames.All.Index()) await fleet.AddAsync($"evil-{number}", name);
        var all = Enumerable.Range(0, HostileNames.All.Count).Select(number => $"Container {ServiceFleet.NameOf($"evil-{number}")} gets no requests");
        await Condition.WaitAsync("all are reported", TimeSpan.FromSeconds(30), async () => (await fleet.LogAsync()) is var log && all.All(problem => log.Contains(problem, StringComparison.Ordinal)));

        Assert.Equal(before, await fleet.FilesAsync());
        Assert.Equal("login", await fleet.AskAsync("login"));
        Assert.Equal((1, 1), ((await fleet.StatusAsync()).ExitCode, await fleet.ReloadsAsync()));
    }

    private async Task<ServiceFleet> StartAsync()
    {
        DockerFixture.Require();
        await docker.BuildAsync("haproxy", "webapp");
        return await ServiceFleet.StartAsync(docker.Engine);
    }
}
