using System.Text.Json;

namespace Dockerland.Cli.Bench;

/// <summary>Runs the same graphs by the official Node SDK, which npm puts below artifacts/ the first time.</summary>
internal sealed class NodeBench(Terminal terminal, Repository repository, string folder)
{
    /// <returns>The times of each graph; null where Node or its SDK can't be had.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<TimeSpan>>?> RunAsync(
        IEnumerable<(BenchRuns Runs, string File)> graphs, CancellationToken cancellationToken)
    {
        try
        {
            await InstallAsync(cancellationToken);
            await terminal.Error.WriteLineAsync("node: the same resources");
            var output = await SucceedAsync("node", [.. NodeOptions, "bench.js", .. graphs.Select(graph => $"{graph.Runs.WarmUp}:{graph.Runs.Timed}:{graph.File}")], cancellationToken);
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

    private async Task InstallAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(repository.PathOf("cli", "Bench", "node")))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package.json"), cancellationToken);
        var stamp = Path.Combine(folder, "installed.json");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
            return;
        await terminal.Error.WriteLineAsync("node: npm install, once");
        await SucceedAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"], cancellationToken);
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> SucceedAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = await ChildProcess.RunAsync(program, arguments, folder, lines.Add, cancellationToken);
        return code == 0 ? lines : throw new CliException($"'{program}' ended with exit code {code}: {string.Join(' ', lines.TakeLast(5))}");
    }
}
