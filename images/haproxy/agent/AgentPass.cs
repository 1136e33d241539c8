using Dockerland.HaproxyAgent.Sinks;

namespace Dockerland.HaproxyAgent;

/// <summary>One look at who is there, and what follows of it. A second one does nothing.</summary>
internal sealed class AgentPass(Sources sources, IReadOnlyList<ISink> sinks, Log log)
{
    /// <summary>A line for each thing that a pass would do.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var desired = await sources.ReadAsync(faults, cancellationToken);
        var lines = new List<string>();
        foreach (var sink in sinks) await TryAsync(faults, async () => lines.AddRange(await sink.PlanAsync(desired, cancellationToken)));
        log.Problems(faults);
        return lines;
    }

    /// <returns>Whether something changed, or will soon.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        var desired = await sources.ReadAsync(faults, cancellationToken);
        var unsettled = false;
        foreach (var sink in sinks) await TryAsync(faults, async () => unsettled |= await sink.ApplyAsync(desired, faults, cancellationToken));
        log.Problems(faults);
        return unsettled;
    }

    // One that can't keeps no other from its work.
    private static async Task TryAsync(List<string> faults, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (Exception error) when (AgentException.MayPass(error))
        {
            faults.Add(error.Message);
        }
    }
}
