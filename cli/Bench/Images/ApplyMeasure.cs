using System.Globalization;
using Dockerland.Cli.Images;

namespace Dockerland.Cli.Bench.Images;

/// <summary>How long the balancer's agent takes for members that it didn't know, and how much memory.</summary>
internal sealed class ApplyMeasure(DockerCommand docker, Repository repository) : IMeasure
{
    private static readonly int[] Counts = [1, 100, 1000];

    public string What => $"the agent with {string.Join(", ", Counts)} members";

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Measurement>();
        foreach (var count in Counts) rows.AddRange(await RunAsync(count, cancellationToken));
        return rows;
    }

    private async Task<Measurement[]> RunAsync(int count, CancellationToken cancellationToken)
    {
        await using var members = await SimulatedMembers.StartAsync(docker, repository);
        await members.PauseAsync();
        await members.TellAsync(count);
        var all = await members.PassAsync();
        // Those that passed their check are let in.
        while (await members.PlanAsync() is not SimulatedMembers.Settled)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await members.PassAsync();
        }

        var nothing = await members.PassAsync();
        await members.ResumeAsync();
        await members.Balancer.WaitAsync($"{count} serve", up => up.Count == count);
        var what = string.Create(CultureInfo.InvariantCulture, $"agent, {count} {(count is 1 ? "member" : "members")}");
        return
        [
            new($"{what}: pass that adds them", "ms", all.TotalMilliseconds),
            new($"{what}: pass that finds nothing to do", "ms", nothing.TotalMilliseconds),
            new($"{what}: most memory", "MiB", await members.MebibytesAsync()),
        ];
    }
}
