using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Dockerland.Cli.Images;
using Dockerland.Infra;

namespace Dockerland.Cli.Boot;

/// <summary>A host that boots from its user-data in a container on this machine, with a stand-in of AWS around it.</summary>
internal sealed class BootRun : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PortPatience = TimeSpan.FromSeconds(1);

    private readonly Terminal _terminal;
    private readonly Repository _repository;
    private readonly HostPlan _host;
    private readonly DockerCommand _docker;
    private readonly ImageBuild _build;
    private readonly BootChecks _checks;
    private readonly Stopwatch _time = new();
    private AwsStandIn? _aws;

    /// <param name="environment">Of <c>docker</c>, over this process's own.</param>
    public BootRun(Terminal terminal, Repository repository, HostPlan host, IReadOnlyDictionary<string, string?>? environment = null)
    {
        (_terminal, _repository, _host, _docker) = (terminal, repository, host, new(repository, environment));
        _build = new(_terminal with { Out = _terminal.Error }, _repository, environment);
        _checks = BootChecks.Of(host, File.ReadAllText(repository.PathOf("images", ImageSource.Host, "warnings.txt")));
        Container = new(_docker, $"dockerland-boot-{host.Fleet}-{Environment.ProcessId}");
    }

    public HostContainer Container { get; }
    public AwsStandIn Aws => _aws!;

    /// <summary>From the container's start until now, or until it had booted.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Builds the images, makes AWS's stand-in with them, and starts the container.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _build.BuildAsync([.. _host.Images.Values.Append(ImageSource.Host)], cancellationToken);
        var gateway = await Container.FindGatewayAsync(cancellationToken);
        _aws = await AwsStandIn.StartAsync(_host, gateway, cancellationToken);
        foreach (var (address, image) in _host.Images) await PushAsync(address, ImageBuild.Prefix + image, cancellationToken);
        await Container.StartAsync(_aws, gateway, cancellationToken);
        _time.Start();
        await _terminal.Error.WriteLineAsync($"{Container.Name} boots as a host of '{_host.Fleet}', at {Container.Address}");
    }

    /// <summary>Until it has booted or the time is over, and says meanwhile what it waits for.</summary>
    /// <returns>What it lacks in the end.</returns>
    public async Task<ImmutableArray<string>> WaitAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        var said = ImmutableArray<string>.Empty;
        while (true)
        {
            var lacks = (await LookAsync(cancellationToken)).ToImmutableArray();
            if (!lacks.SequenceEqual(said)) await ReportAsync(lacks, said);
            if (lacks is [] || _time.Elapsed > limit)
            {
                _time.Stop();
                return lacks;
            }

            said = lacks;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    /// <summary>cloud-init's output and the journals of failed units.</summary>
    public Task<string> ReadLogsAsync(CancellationToken cancellationToken) => Container.RunAsync(
        """
        echo "== /var/log/cloud-init-output.log"; tail -n 40 /var/log/cloud-init-output.log
        for unit in dockerland-setup.service $(systemctl --failed --plain --no-legend | cut -d ' ' -f 1) $(systemctl list-jobs --no-legend | awk '$2 ~ /service$/ && $4 == "running" { print $2 }'); do echo "== journalctl --unit $unit"; journalctl --no-pager --lines 40 --unit "$unit"; done
        """,
        cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Container.DisposeAsync();
        if (_aws is not null) await _aws.DisposeAsync();
    }

    private async Task<IEnumerable<string>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = BootState.Parse(await Container.RunAsync(BootState.Script, cancellationToken));
            var ports = await Task.WhenAll(_checks.Units.SelectMany(unit => unit.Ports).Distinct().Select(async port => (Port: port, Answers: await AnswersAsync(port, cancellationToken))));
            return _checks.Judge(state with { Ports = [.. ports.Where(port => port.Answers).Select(port => port.Port)] });
        }
        catch (CliException error)
        {
            return [error.Message];
        }
    }

    private async Task<bool> AnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(PortPatience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(Container.Address, port, patience.Token);
            return true;
        }
        catch (Exception error) when (error is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task ReportAsync(ImmutableArray<string> lacks, ImmutableArray<string> said)
    {
        foreach (var lack in lacks.Except(said)) await _terminal.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_time.Elapsed.TotalSeconds,5:0} s  {lack}"));
        foreach (var done in said.Except(lacks)) await _terminal.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{_time.Elapsed.TotalSeconds,5:0} s  no longer: {done}"));
    }

    private async Task PushAsync(string address, string image, CancellationToken cancellationToken)
    {
        var target = Aws.Registry + address[address.IndexOf('/', StringComparison.Ordinal)..];
        await _docker.RunAsync(["tag", image, target], cancellationToken);
        try
        {
            await _docker.RunAsync(["push", "--quiet", target], cancellationToken);
        }
        finally
        {
            await _docker.RunAsync(["rmi", "--no-prune", target], CancellationToken.None);
        }
    }
}
