using System.Collections.Immutable;
using Amazon.Route53;
using Amazon.Runtime;
using Dockerland.Imds;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>Keeps the host's records what its names are, in its own time: nothing else waits for Route53.</summary>
/// <param name="connect">A client without retries of its own.</param>
internal sealed class RecordKeeper(RecordSettings settings, ImdsOptions metadata, Func<IAmazonRoute53> connect, TimeProvider time, Log log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Quick = TimeSpan.FromSeconds(1);

    private readonly WantedNames _wanted = new(settings.Grace);
    private readonly DateTimeOffset _started = time.GetUtcNow();
    private readonly RecordSchedule _schedule = new(settings.Interval, Spread);
    private volatile IReadOnlyCollection<string>? _names;
    private HostIdentity? _host;

    /// <summary>What the host answers to now. Until somebody knows, nothing is done: unknown isn't empty.</summary>
    public void Set(IReadOnlyCollection<string> names) => _names = names;

    public Task RunAsync(CancellationToken cancellationToken) => Repetition.RunAsync(Interval, RunOnceAsync, log, time, cancellationToken);

    /// <summary>At the end of this program: on a host that is on its way out the records go before it does. Those of one that stays stay: it will be back.</summary>
    public async Task StopAsync()
    {
        using var deadline = new CancellationTokenSource(Farewell);
        try
        {
            using var client = new ImdsClient(metadata with { Deadline = Quick, Patience = Quick / 2 }, time);
            if (await HostIdentity.IsLeavingAsync(client, deadline.Token)) await LeaveAsync(deadline.Token);
        }
        catch (Exception error) when (error is AgentException or OperationCanceledException)
        {
            log.Write($"error: the host's records stay until the updater finds the instance gone: {error.Message}");
        }
    }

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_names is not { } names || File.Exists(settings.LeavingFile)) return;
        var now = time.GetUtcNow();
        var wanted = _wanted.Update(names, now);
        if (!_schedule.IsDue(wanted, now)) return;

        // At first containers may only be on their way: what stands there from before stays that long.
        var left = _started + settings.Grace - now;
        try
        {
            var faults = await SyncAsync(wanted, keep: left > TimeSpan.Zero, cancellationToken);
            log.Problems(faults);
            if (faults is []) _schedule.Done(wanted, now, left > TimeSpan.Zero ? left : null);
            else _schedule.Failed(now);
        }
        catch (AgentException)
        {
            _schedule.Failed(now);
            throw;
        }
    }

    /// <summary>A line for each record that isn't as it should be.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        await AskAsync(records => records.PlanAsync(names, cancellationToken), cancellationToken);

    /// <summary>Takes the host out of all its names, and keeps it out until the container starts again.</summary>
    /// <exception cref="AgentException">It can't be done.</exception>
    public async Task LeaveAsync(CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(settings.LeavingFile, "", cancellationToken);
        if (await SyncAsync([], keep: false, cancellationToken) is { Count: > 0 } faults) throw new AgentException(string.Join(' ', faults));
        log.Write("the host's records are gone");
    }

    private Task<IReadOnlyList<string>> SyncAsync(ImmutableSortedSet<string> names, bool keep, CancellationToken cancellationToken) =>
        AskAsync(records => records.SyncAsync(names, keep, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<string>> AskAsync(Func<HostRecords, Task<IReadOnlyList<string>>> ask, CancellationToken cancellationToken)
    {
        if (_host is null)
        {
            using var client = new ImdsClient(metadata, time);
            _host = await HostIdentity.FindAsync(settings, client, cancellationToken);
        }

        try
        {
            using var route53 = connect();
            return await ask(new(settings, _host, route53, time, log));
        }
        catch (AmazonClientException error)
        {
            // No credentials, say.
            throw new AgentException($"Route53 can't be asked: {error.Message}", error);
        }
    }

#pragma warning disable CA5394 // Nothing is kept secret by it.
    private static double Spread() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
