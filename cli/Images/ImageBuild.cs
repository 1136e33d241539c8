using System.Runtime.InteropServices;
using Dockerland.Cli.Publishing;
using Dockerland.Infra;

namespace Dockerland.Cli.Images;

/// <summary>Builds images of ours as a deployment does: of the same files, with the same programs.</summary>
/// <param name="environment">Of <c>docker</c>, over this process's own.</param>
internal sealed class ImageBuild(Terminal terminal, Repository repository, IReadOnlyDictionary<string, string?>? environment = null)
{
    /// <summary>Before an image's name.</summary>
    public const string Prefix = "dockerland/";

    private readonly DockerCommand _docker = new(repository, environment);

    public async Task BuildAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await _docker.RequireEngineAsync(cancellationToken);
        await EnsureBaseAsync(cancellationToken);
        foreach (var name in names)
        {
            var context = await PrepareAsync(name, cancellationToken);
            await terminal.Error.WriteLineAsync($"{name}: building");
            var id = await _docker.RunAsync(["build", "--quiet", "--tag", Prefix + name, context], cancellationToken);
            await terminal.Out.WriteLineAsync($"{Prefix}{name} {id}");
        }
    }

    // By what the engine has, else a registry, else Debian's packages.
    private Task EnsureBaseAsync(CancellationToken cancellationToken) => RunAsync("The base image can't be made", repository.PathOf("images", "base.sh"), [], cancellationToken);

    /// <returns>The folder that Docker builds of.</returns>
    private async Task<string> PrepareAsync(string name, CancellationToken cancellationToken)
    {
        var source = ImageSource.Read(repository.Root, name, RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "amd64");
        source.Copy(repository.Root);
        if (source.Agent is { } agent)
        {
            await new Publisher(terminal with { Out = terminal.Error }, repository).PublishAsync(agent, cancellationToken);
            await RunAsync($"The agent of '{name}' can't be put into {source.AgentFolder}", "sh", ["-c", AgentProgram.PlaceCommand(agent, source)], cancellationToken);
        }

        return Path.GetFullPath(repository.PathOf("infra", source.Context));
    }

    private async Task RunAsync(string fault, string program, string[] arguments, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = await ChildProcess.RunAsync(program, arguments, repository.Root, lines.Add, lines.Add, cancellationToken, environment);
        if (code is not 0) throw new CliException($"{fault}: {string.Join('\n', lines.TakeLast(10))}");
    }
}
