namespace Dockerland.Cli.Bench;

/// <summary>A folder of ours for Node, with the packages that npm puts there the first time.</summary>
/// <param name="source">Its files in the repository.</param>
internal sealed class NodeFolder(Terminal terminal, string source, string folder)
{
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        var wanted = await File.ReadAllTextAsync(Path.Combine(folder, "package.json"), cancellationToken);
        var stamp = Path.Combine(folder, "installed.json");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
            return;
        await terminal.Error.WriteLineAsync("node: npm install, once");
        await SucceedAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"], cancellationToken);
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
    }

    /// <returns>What it printed.</returns>
    public async Task<IReadOnlyList<string>> SucceedAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = await ChildProcess.RunAsync(program, arguments, folder, lines.Add, cancellationToken);
        return code == 0 ? lines : throw new CliException($"'{program}' ended with exit code {code}: {string.Join(' ', lines.TakeLast(5))}");
    }
}
