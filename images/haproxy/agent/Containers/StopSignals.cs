using System.Collections.Concurrent;
using System.Globalization;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>Which containers were told to stop. The engine lists them as running until they have.</summary>
internal sealed class StopSignals(TimeProvider time)
{
    // One that goes on for so long didn't take it as an order to stop.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    // SIGINT, SIGQUIT, SIGKILL, SIGTERM end a program that doesn't say otherwise.
    private static readonly int[] Always = [2, 3, 9, 15];

    private static readonly Dictionary<string, int> Numbers = new()
    {
        ["HUP"] = 1,
        ["INT"] = 2,
        ["QUIT"] = 3,
        ["KILL"] = 9,
        ["USR1"] = 10,
        ["USR2"] = 12,
        ["TERM"] = 15,
        ["WINCH"] = 28,
        ["RTMIN+3"] = 37,
    };

    private readonly ConcurrentDictionary<string, (int Signal, DateTimeOffset At)> _sent = new();

    public void Note(ContainerEvent happened)
    {
        if (happened is not { Type: "container", Actor.ID: { } id }) return;
        if (happened.Action is "kill" && NumberOf(happened.Actor.Attributes?.GetValueOrDefault("signal")) is { } signal) _sent[id] = (signal, time.GetUtcNow());
        if (happened.Action is "start" or "die" or "destroy") _sent.TryRemove(id, out _);
    }

    public bool IsStopping(Container container) =>
        _sent.TryGetValue(container.Id, out var sent)
        && (Always.Contains(sent.Signal) || sent.Signal == NumberOf(container.Config.StopSignal))
        && time.GetUtcNow() - sent.At < Patience;

    private static int? NumberOf(string? signal) =>
        int.TryParse(signal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : signal is not null && Numbers.TryGetValue(signal.Replace("SIG", "", StringComparison.Ordinal), out var known) ? known
        : null;
}
