using System.Globalization;
using System.Net;
using Dockerland.Contracts;

namespace Dockerland.Cli.Images.Fleets;

/// <summary>A balancer and backends in a network of their own, on this machine: what is measured and tested.</summary>
internal sealed class Fleet : IAsyncDisposable
{
    /// <summary>The balancer's name, which backends look for unless they are told otherwise.</summary>
    public const string Seed = "ha";

    private const string Label = "dockerland.fleet";

    private readonly DockerCommand _docker;
    private readonly FleetOptions _options;

    private Fleet(DockerCommand docker, FleetOptions options) => (_docker, _options) = (docker, options);

    public FleetBalancer Balancer { get; private set; } = null!;

    /// <summary>Starts a balancer and backends, and waits until these serve.</summary>
    public static async Task<Fleet> StartAsync(DockerCommand docker, FleetOptions options, int backends)
    {
        var fleet = new Fleet(docker, options);
        try
        {
            await fleet.RemoveAsync();
            await docker.RunAsync("network", "create", "--label", fleet.OwnLabel, options.Name);
            await fleet.StartBalancerAsync();
            await Task.WhenAll(Names(backends).Select(name => fleet.AddAsync(name)));
            await fleet.Balancer.WaitForAsync(Names(backends));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary><c>s01</c>, <c>s02</c>, and so on.</summary>
    public static string[] Names(int count, int first = 1) => [.. Enumerable.Range(first, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"s{number:00}"))];

    /// <summary>Starts a balancer, in the place of one that is gone.</summary>
    public async Task StartBalancerAsync()
    {
        await RunAsync(Seed, ["--network-alias", Seed, "--env", $"{EnvironmentVariables.Role}={Roles.Balancer}", .. _options.BalancerArguments, _options.BalancerImage]);
        Balancer = new(await AddressAsync(Seed));
    }

    /// <summary>Starts a backend, and doesn't wait for it.</summary>
    public Task AddAsync(string name, params string[] arguments) =>
        RunAsync(name, ["--env", $"{EnvironmentVariables.Tag}={name}", "--env", $"{EnvironmentVariables.Role}={Roles.Backend}", .. _options.BackendArguments, .. arguments, ImageBuild.Prefix + ImageDemo.Backend]);

    /// <summary>Runs a command of Docker's on one of the containers, such as <c>stop</c> on <c>s01</c>.</summary>
    public Task<string> DockerAsync(string verb, string name, params string[] arguments) => _docker.RunAsync([verb, .. arguments, ContainerOf(name)]);

    /// <summary>Runs a command in one of the containers.</summary>
    public Task<string> InAsync(string name, params string[] command) => _docker.RunAsync(["exec", ContainerOf(name), .. command]);

    /// <summary>Whom a container's Serf knows in a state, by their nodes' names.</summary>
    public async Task<HashSet<string>> MembersAsync(string name, string status) =>
        [.. (await InAsync(name, "serf", "members", $"-status={status}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0])];

    /// <summary>All that one of the containers said.</summary>
    public Task<string> LogsAsync(string name, params string[] arguments) => _docker.RunAllAsync(["logs", .. arguments, ContainerOf(name)]);

    /// <summary>Takes a container out of the network, as a broken cable does.</summary>
    public Task DisconnectAsync(string name) => _docker.RunAsync("network", "disconnect", _options.Name, ContainerOf(name));

    /// <summary>Brings it back, at its own address when no other took it.</summary>
    public Task ConnectAsync(string name) => _docker.RunAsync("network", "connect", "--alias", name, _options.Name, ContainerOf(name));

    public async Task<IPAddress> AddressAsync(string name) =>
        IPAddress.Parse(await DockerAsync("inspect", name, "--format", $"{{{{(index .NetworkSettings.Networks \"{_options.Name}\").IPAddress}}}}"));

    /// <summary>The name of a container, such as <c>s01</c>'s.</summary>
    public string ContainerOf(string name) => $"{_options.Name}-{name}";

    public async ValueTask DisposeAsync() => await RemoveAsync();

    private string OwnLabel => $"{Label}={_options.Name}";

    private Task<string> RunAsync(string name, IEnumerable<string> arguments) =>
        _docker.RunAsync(["run", "--detach", "--label", OwnLabel, "--network", _options.Name, "--name", ContainerOf(name), .. arguments]);

    private async Task RemoveAsync() => await _docker.RemoveAsync(OwnLabel, CancellationToken.None);
}
