using System.Collections.Immutable;
using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Events;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Hooks;
using Dockerland.DnsUpdater.Passes;
using Dockerland.DnsUpdater.Registry;
using Dockerland.DnsUpdater.Telemetry;

namespace Dockerland.DnsUpdater;

/// <summary>Lets records follow hosts: what the function does with an event.</summary>
internal sealed class Updater(UpdaterSettings settings, Clouds clouds, Log log, TimeProvider time)
{
    // To answer, and to be sure of it.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);

    private readonly Metrics _metrics = new(log, time, settings.Stack);
    private readonly Differences _differences = new(time);

    /// <summary>Answers with a summary, or throws so that Lambda tries the event again and then keeps it.</summary>
    public async Task<InvocationResponse> HandleAsync(InvocationRequest invocation, CancellationToken stop)
    {
        using var input = new MemoryStream();
        await invocation.InputStream.CopyToAsync(input, stop);
        var @event = EventReader.Read(input.GetBuffer().AsMemory(0, (int)input.Length));
        var summary = await HandleAsync(@event, invocation.LambdaContext, stop);
        if (!summary.Failures.IsEmpty) throw new UpdaterException(string.Join(" ", summary.Failures));
        return new(new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(summary, SummaryJson.Default.RunSummary)));
    }

    private async Task<RunSummary> HandleAsync(UpdaterEvent @event, ILambdaContext context, CancellationToken stop)
    {
        var left = context.RemainingTime - Margin;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            return await RunAsync(@event, time.GetUtcNow() + left, limit.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new UpdaterException($"Time was up after {left.TotalSeconds:0.#} s: AWS or the network was too slow. The records are as far as they came; the next pass does the rest.");
        }
    }

    private async Task<RunSummary> RunAsync(UpdaterEvent @event, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var pass = new UpdaterPass(settings, clouds.Fleets, clouds.Route53, new DnsTiming { Deadline = deadline, Time = time });
        var hooks = new HookAnswers(clouds.Hooks, time, (wait, token) => Task.Delay(wait, time, token));

        var groups = await pass.ReadGroupsAsync(cancellationToken);
        var waiting = @event.Hooks.Where(hook => groups.Any(group => group.Name == hook.Group)).ToArray();
        // Before all that may go wrong with records: a host that comes must not wait for them.
        var launched = await hooks.LaunchAsync(waiting, cancellationToken);
        var result = await pass.RunOnceAsync(groups, @event.Groups, cancellationToken);
        var changedAt = time.GetUtcNow();
        var registry = clouds.Registry is { } nodes ? await RunAsync(nodes, result, @event, cancellationToken) : null;
        var terminated = await hooks.TerminateAsync(waiting, result, (last, token) => pass.WaitAsync(result, last, token), deadline, cancellationToken);

        var summary = RunSummary.Of(@event, result, registry, [.. launched, .. terminated], changedAt);
        summary.WriteTo(log, registry);
        _metrics.Write(summary, _differences.Update(result));
        return summary;
    }

    private async Task<RegistryResult> RunAsync(INodeRegistry registry, PassResult result, UpdaterEvent @event, CancellationToken cancellationToken)
    {
        ImmutableArray<GroupState> groups = @event.Groups is null
            ? [.. result.Plan.Entries.Select(group => group.Group)]
            : await clouds.Fleets.ReadMachinesAsync(result.Plan.All, cancellationToken);
        return await new RegistryPass(registry, time).RunOnceAsync(groups, cancellationToken);
    }
}
