using System.CommandLine;
using Dockerland.Infra;

namespace Dockerland.Cli.Publishing;

internal static class PublishVerb
{
    public static Command Create(Terminal terminal, Repository repository)
    {
        var names = PackageSource.Names(repository.Root);
        var package = new Argument<string>("PACKAGE") { Description = $"What to build: {string.Join(" or ", names)}" };
        package.AcceptOnlyFromAmong([.. names]);
        var architecture = new Option<string>("--architecture") { Description = "What it is to run on", DefaultValueFactory = _ => "amd64" };
        architecture.AcceptOnlyFromAmong("amd64", "arm64");
        var verb = new Command("publish", "Build a program of ours as it is deployed; does nothing when it is there") { package, architecture };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            await new Publisher(terminal, repository).PublishAsync(PackageSource.Read(repository.Root, parsed.GetRequiredValue(package), parsed.GetRequiredValue(architecture)), cancellationToken);
            return CommandLine.Success;
        });
        return verb;
    }
}
