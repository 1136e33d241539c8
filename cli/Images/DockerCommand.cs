namespace Dockerland.Cli.Images;

/// <summary>The <c>docker</c> command, as whoever runs this has it.</summary>
/// <param name="environment">Over this process's own.</param>
internal sealed class DockerCommand(Repository repository, IReadOnlyDictionary<string, string?>? environment = null)
{
    /// <summary>What it prints on its standard output.</summary>
    public Task<string> RunAsync(params string[] arguments) => RunAsync(arguments, CancellationToken.None);

    /// <summary>What it prints on its standard output.</summary>
    /// <exception cref="CliException">It fails, and says so.</exception>
    public async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => (await RunCoreAsync([.. arguments], cancellationToken)).Output;

    /// <summary>What it prints on both of its streams.</summary>
    public async Task<string> RunAllAsync(params string[] arguments) => (await RunCoreAsync(arguments, CancellationToken.None)).All;

    /// <summary>Removes the containers and networks that have a label, <c>KEY</c> or <c>KEY=VALUE</c>.</summary>
    /// <returns>How many there were.</returns>
    public async Task<(int Containers, int Networks)> RemoveAsync(string label, CancellationToken cancellationToken)
    {
        var containers = await RemoveAsync(["ps", "--all", "--quiet"], ["rm", "--force", "--volumes"]);
        return (containers, await RemoveAsync(["network", "ls", "--quiet"], ["network", "rm"]));

        async Task<int> RemoveAsync(string[] list, string[] remove)
        {
            var found = (await RunAsync([.. list, "--filter", $"label={label}"], cancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (found is not []) await RunAsync([.. remove, .. found], cancellationToken);
            return found.Length;
        }
    }

    /// <exception cref="CliException">No engine answers.</exception>
    public async Task RequireEngineAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(["version", "--format", "{{.Server.Version}}"], cancellationToken);
        }
        catch (CliException error)
        {
            throw new CliException($"No Docker Engine answers here. Start one, or set DOCKER_HOST. {error.Message}", error);
        }
    }

    private async Task<(string Output, string All)> RunCoreAsync(string[] given, CancellationToken cancellationToken)
    {
        var (output, all) = (new List<string>(), new List<string>());
        var code = await ChildProcess.RunAsync("docker", given, repository.Root, line => { output.Add(line); all.Add(line); }, all.Add, cancellationToken, environment);
        if (code is not 0) throw new CliException($"'docker {given[0]}' fails: {string.Join('\n', all.TakeLast(20)).Trim()}");
        return (string.Join('\n', output).Trim(), string.Join('\n', all).Trim());
    }
}
