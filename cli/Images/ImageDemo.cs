using System.Globalization;
using System.Net;
using System.Text.Json;
using Dockerland.Contracts;

namespace Dockerland.Cli.Images;

/// <summary>A balancer and some backends on this machine: the quickest look at how they find each other.</summary>
internal sealed class ImageDemo(Terminal terminal, Repository repository)
{
    public const string Balancer = "haproxy";
    public const string Backend = "webapp";

    private const string Label = "dockerland.demo";
    private const string Network = "dockerland";
    // Whom backends look for unless they are told otherwise.
    private const string Seed = "ha";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly DockerCommand _docker = new(repository);

    public async Task StartAsync(int backends, int port, CancellationToken cancellationToken)
    {
        await RemoveAllAsync(cancellationToken);
        RequirePort(port, "--port takes another one");
        foreach (var own in new[] { Ports.Stats, Ports.Admin }) RequirePort(own, "End that program: the balancer's statistics and administration are there");
        await _docker.RunAsync(["network", "create", "--label", Label, Network], cancellationToken);
        foreach (var arguments in Containers(backends, port)) await _docker.RunAsync(arguments, cancellationToken);

        await WaitAsync(backends, port, cancellationToken);
        await terminal.Out.WriteLineAsync($"{backends} backends answer at http://127.0.0.1:{port}, each in its turn, and stay with whoever keeps the cookie");
        await terminal.Out.WriteLineAsync($"statistics are at http://127.0.0.1:{Ports.Stats}, the members in: docker exec dockerland-{Seed} serf members");
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _docker.RequireEngineAsync(cancellationToken);
        if (!await RemoveAllAsync(cancellationToken)) await terminal.Out.WriteLineAsync("nothing of 'images start' is here");
    }

    /// <exception cref="CliException">Another program has it; Docker would say so of a container that it leaves half made.</exception>
    internal static void RequirePort(int port, string fix)
    {
        if (!UnusedPort.Is(IPAddress.Loopback, port)) throw new CliException($"Another program listens on port {port} of this machine. {fix}.");
    }

    // Whether there was something.
    private async Task<bool> RemoveAllAsync(CancellationToken cancellationToken)
    {
        var (containers, networks) = await _docker.RemoveAsync(Label, cancellationToken);
        foreach (var (number, what) in new[] { (containers, "container"), (networks, "network") }.Where(removed => removed.Item1 > 0))
            await terminal.Out.WriteLineAsync($"{number} {what}{(number is 1 ? "" : "s")} removed");
        return containers + networks > 0;
    }

    /// <summary>The arguments of <c>docker</c> for each container. What administers the balancer is open to this machine alone.</summary>
    internal static IEnumerable<string[]> Containers(int backends, int port) =>
    [
        [
            .. Run(Seed), "--env", $"{EnvironmentVariables.Role}={Roles.Balancer}", "--network-alias", Seed, "--publish", $"127.0.0.1:{port}:{Ports.Traffic}",
            "--publish", $"127.0.0.1:{Ports.Stats}:{Ports.Stats}", "--publish", $"127.0.0.1:{Ports.Admin}:{Ports.Admin}", ImageBuild.Prefix + Balancer,
        ],
        .. Enumerable.Range(1, backends).Select(number => string.Create(CultureInfo.InvariantCulture, $"s{number}")).Select(name => (string[])
        [
            .. Run(name), "--env", $"{EnvironmentVariables.Tag}={name}", "--env", $"{EnvironmentVariables.Role}={Roles.Backend}", ImageBuild.Prefix + Backend,
        ]),
    ];

    private static string[] Run(string name) => ["run", "--detach", "--label", Label, "--restart", "always", "--network", Network, "--name", $"dockerland-{name}"];

    private static async Task WaitAsync(int backends, int port, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Deadline);
        // Whoever keeps the cookie stays with one backend.
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = new($"http://127.0.0.1:{port}/") };
        var seen = new HashSet<string>();
        try
        {
            while (seen.Count < backends)
            {
                if (await AskAsync(client, timeout.Token) is { } tag) seen.Add(tag);
                else await Task.Delay(Pause, timeout.Token);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new CliException($"After {Deadline.TotalSeconds:0} s {seen.Count} of {backends} backends answer. 'docker logs dockerland-{Seed}' tells more; './dockerland images stop' removes them.");
        }
    }

    // Null while nobody answers.
    private static async Task<string?> AskAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri("", UriKind.Relative), cancellationToken);
            return response.IsSuccessStatusCode ? JsonElement.Parse(await response.Content.ReadAsStringAsync(cancellationToken)).GetProperty("tag").GetString() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
