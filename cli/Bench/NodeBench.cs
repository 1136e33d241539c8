using System.Text.Json;

namespace Dockerland.Cli.Bench;

/// <summary>Runs the same graphs by the official Node SDK, which npm puts below artifacts/ the first time.</summary>
internal sealed class NodeBench(Terminal terminal, Repository repository, string folder)
{
    private readonly NodeFolder _node = new(terminal, repository.PathOf("cli", "Bench", "node"), folder);

    /// <returns>The times of each graph; null where Node or its SDK can't be had.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<TimeSpan>>?> RunAsync(
        IEnumerable<(BenchRuns Runs, string File)> graphs, CancellationToken cancellationToken)
    {
        try
        {
            await _node.InstallAsync(cancellationToken);
            await terminal.Error.WriteLineAsync("node: the same resources");
            var output = await _node.SucceedAsync("node", [.. NodeOptions, "bench.js", .. graphs.Select(graph => $"{graph.Runs.WarmUp}:{graph.Runs.Timed}:{graph.File}")], cancellationToken);
            return [.. JsonSerializer.Deserialize<double[][]>(output[^1])!.Select(times => times.Select(TimeSpan.FromMilliseconds).ToList())];
        }
        catch (CliException error)
        {
            await terminal.Error.WriteLineAsync($"warning: the table has no Node: {error.Message}");
            return null;
        }
    }

    // A thousand fleets are more than Node's default heap on a small machine.
    private static string[] NodeOptions => ["--max-old-space-size=8192"];
}
