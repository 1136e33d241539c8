using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.DnsUpdater.Hooks;

/// <summary>
/// Lets hosts go on that wait at a hook. One that comes goes on at once, but for the warm pool, where it has the hook's time to
/// install. One that goes waits until nobody is sent to it any more: the record is in all of Route53's servers without it, and old
/// when answers that have it are forgotten.
/// </summary>
/// <param name="delay">Waits.</param>
internal sealed class HookAnswers(IHooks hooks, TimeProvider time, Func<TimeSpan, CancellationToken, Task> delay)
{
    // The rest is for an answer that has to be tried again.
    private const double ShareOfHeartbeat = 0.8;

    // An answer that comes sooner than the host waits is refused, mostly for a second or two.
    private static readonly ImmutableArray<TimeSpan> Retries = [.. new[] { 0.5, 1, 2, 4 }.Select(TimeSpan.FromSeconds)];

    /// <summary>Lets those go on that come.</summary>
    public async Task<ImmutableArray<HookAnswer>> LaunchAsync(IEnumerable<HookMessage> messages, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(messages.Where(hook => hook.Transition is HookTransition.Launch).Select(async hook => hook.IsForWarmPool
            ? new HookAnswer(hook, false, "is left to install: it goes into the warm pool")
            : await ContinueAsync(hook, "", cancellationToken)));
        return [.. answers];
    }

    /// <summary>
    /// Lets those go on that go: all together, when the first of them has to. A host that may still be in a record of its group's doesn't
    /// go before the event is tried again, or its time is up; what went wrong with others' records is none of its.
    /// </summary>
    /// <param name="insync">Waits until the pass's changes are everywhere, or until then; whether they are.</param>
    /// <param name="deadline">When no time is left to answer.</param>
    public async Task<ImmutableArray<HookAnswer>> TerminateAsync(IEnumerable<HookMessage> messages, PassResult pass, Func<DateTimeOffset, CancellationToken, Task<bool>> insync, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var going = messages.Where(hook => hook.Transition is HookTransition.Terminate && !pass.IsFailed(hook.Group)).ToLookup(hook => Changing(hook.Group, pass).Any());
        var atOnce = await Task.WhenAll(going[false].Select(hook => ContinueAsync(hook, "at once: no record of its group changes", cancellationToken)));
        var later = going[true].ToArray();
        if (later.Length is 0) return [.. atOnce];

        var ttl = TimeSpan.FromSeconds(later.SelectMany(hook => Changing(hook.Group, pass)).Max(entry => entry.Ttl));
        var detail = await DrainAsync(insync, ttl, await LastAsync(later, deadline, cancellationToken), cancellationToken);
        return [.. atOnce, .. await Task.WhenAll(later.Select(hook => ContinueAsync(hook, detail, cancellationToken)))];
    }

    // When the first of them has to go on.
    private async Task<DateTimeOffset> LastAsync(HookMessage[] going, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var last = deadline;
        foreach (var hook in going.GroupBy(hook => (hook.Group, hook.Hook)))
        {
            var heartbeat = await hooks.HeartbeatAsync(hook.Key.Group, hook.Key.Hook, cancellationToken);
            var first = hook.Min(message => message.Since ?? time.GetUtcNow()) + (heartbeat * ShareOfHeartbeat);
            if (first < last) last = first;
        }

        return last;
    }

    private async Task<string> DrainAsync(Func<DateTimeOffset, CancellationToken, Task<bool>> insync, TimeSpan ttl, DateTimeOffset last, CancellationToken cancellationToken)
    {
        if (!await insync(last, cancellationToken)) return "before the change was in all of Route53's servers: its time was nearly up";

        var left = last - time.GetUtcNow();
        if (left > TimeSpan.Zero) await delay(ttl < left ? ttl : left, cancellationToken);
        return ttl <= left ? $"after the change and {ttl.TotalSeconds} s in which answers are kept" : $"{Math.Max(0, left.TotalSeconds):0} s after the change: its time was nearly up";
    }

    private async Task<HookAnswer> ContinueAsync(HookMessage hook, string detail, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var wait in Retries)
            {
                if (await hooks.ContinueAsync(hook, cancellationToken)) return new(hook, true, detail);
                await delay(wait, cancellationToken);
            }

            // Answered before, by another copy of the message, or its time is up.
            return await hooks.ContinueAsync(hook, cancellationToken) ? new(hook, true, detail) : new(hook, false, "doesn't wait any more");
        }
        catch (UpdaterException error)
        {
            return new(hook, false, error.Message) { IsFailure = true };
        }
    }

    // The records of a group that its hosts go from.
    private static IEnumerable<DomainMeta> Changing(string group, PassResult pass) =>
        pass.Plan.Entries.Where(entry => entry.Group.Name == group).SelectMany(entry => entry.Entries).Where(entry => !pass.IsKept(group, entry));
}

/// <summary>What became of a host that waited.</summary>
/// <param name="Detail">For people.</param>
internal sealed record HookAnswer(HookMessage Hook, bool IsContinued, string Detail)
{
    public bool IsFailure { get; init; }

    public override string ToString() => $"{Hook.Instance} at {Hook.Hook} of {Hook.Group} {(IsContinued ? $"goes on {Detail}".TrimEnd() : Detail)}";
}
