using Dockerland.Cli.Boot;
using Dockerland.Cli.Images;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>A container beside a host that gossips with one of the host's, and so sees how that one goes.</summary>
internal sealed class SerfObserver : IAsyncDisposable
{
    private readonly BootedHosts _hosts;
    private readonly string _container;
    private readonly string _node;

    private SerfObserver(BootedHosts hosts, string container, string node) => (_hosts, _container, _node) = (hosts, container, node);

    /// <param name="name">Of the container on the host that is observed.</param>
    public static async Task<SerfObserver> JoinAsync(BootedHosts hosts, BootRun host, string name)
    {
        var node = await host.Container.RunAsync($"docker inspect --format '{{{{.Config.Hostname}}}}' {name}.service");
        var key = await host.Container.RunAsync($"sed -n 's/^SERF_KEY=\"\\(.*\\)\"$/\\1/p' /run/dockerland/{name}.env");
        var started = await hosts.Docker.SucceedAsync("run", "--detach", "--env", $"SERF_KEY={key}", "--env", $"SERF_JOIN={host.Container.Address}", $"{ImageBuild.Prefix}webapp");
        return new(hosts, started.Output.Trim(), node);
    }

    /// <summary><c>alive</c>, <c>leaving</c>, <c>left</c> or <c>failed</c>; empty for one that it hasn't seen.</summary>
    public async Task<string> StatusAsync()
    {
        var members = (await _hosts.Docker.RunAsync("exec", _container, "serf", "members")).Output.Split('\n');
        return members.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(member => member.Length > 2 && member[0] == _node)?[2] ?? "";
    }

    public async ValueTask DisposeAsync() => await _hosts.Docker.RunAsync("rm", "--force", "--volumes", _container);
}
