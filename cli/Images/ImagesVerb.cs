using System.CommandLine;
using Dockerland.Contracts;
using Dockerland.Infra;

namespace Dockerland.Cli.Images;

internal static class ImagesVerb
{
    private const int MaxBackends = 20;
    public const int DefaultPort = 8080;

    private const string Examples = """


        Examples:
          ./dockerland images build
          ./dockerland images start --backends 3
          ./dockerland images stop
        """;

    public static Command Create(Terminal terminal, Repository repository) => new("images", $"Build our images with the Docker Engine here, and run a balancer with backends that find it{Examples}")
    {
        Build(terminal, repository),
        Start(terminal, repository),
        Stop(terminal, repository),
    };

    private static Command Build(Terminal terminal, Repository repository)
    {
        string[] known = [.. ImageSource.Names(repository.Root)];
        var names = new Argument<string[]>("IMAGE")
        {
            Description = $"Which: {string.Join(", ", known)}, or {ImageSource.Host}, on which the others run; all but that without one",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => known,
        };
        names.AcceptOnlyFromAmong([.. known, ImageSource.Host]);
        var verb = new Command("build", $"Build images as {ImageBuild.Prefix}NAME; what is built already costs a second") { names };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await new ImageBuild(terminal, repository).BuildAsync(parsed.GetRequiredValue(names), cancellationToken);
            return CommandLine.Success;
        });
        return verb;
    }

    private static Command Start(Terminal terminal, Repository repository)
    {
        var backends = NumberOption.Create("--backends", "How many web applications", 2, 1, MaxBackends);
        var port = NumberOption.Create("--port", "Where the balancer answers on this machine", DefaultPort, 1, ushort.MaxValue);
        var verb = new Command("start", "Build what is missing, start a balancer and backends, and wait until all of them answer; what ran before goes first") { backends, port };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(port) is Ports.Stats or Ports.Admin) throw new CliException($"--port is {parsed.GetValue(port)}, where the balancer's statistics or administration are; take another one.");
            await new ImageBuild(terminal, repository).BuildAsync([ImageDemo.Balancer, ImageDemo.Backend], cancellationToken);
            await new ImageDemo(terminal, repository).StartAsync(parsed.GetValue(backends), parsed.GetValue(port), cancellationToken);
            return CommandLine.Success;
        });
        return verb;
    }

    private static Command Stop(Terminal terminal, Repository repository)
    {
        var verb = new Command("stop", "Stop and remove what 'images start' started, and nothing else");
        verb.SetAction(async (_, cancellationToken) =>
        {
            await new ImageDemo(terminal, repository).StopAsync(cancellationToken);
            return CommandLine.Success;
        });
        return verb;
    }
}
