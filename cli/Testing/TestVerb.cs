using System.CommandLine;

namespace Dockerland.Cli.Testing;

internal static class TestVerb
{
    public static Command Create(Terminal terminal, Repository repository)
    {
        var filter = new Option<string?>("--filter") { Description = "Run only tests whose full name contains this text (or any filter of dotnet test)", HelpName = "FILTER" };
        var quick = new Option<bool>("--quick") { Description = "Leave out the tests that run the Pulumi engine or Docker" };
        var verb = new Command("test", "Build everything and run the tests") { filter, quick };
        verb.SetAction((parsed, cancellationToken) =>
        {
            var run = new TestRun(terminal, repository, SkipsFail: !Skips.Allowed(Environment.GetEnvironmentVariable));
            return run.ExecuteAsync(TestProjects.Select(parsed.GetValue(quick)), parsed.GetValue(filter), cancellationToken);
        });
        return verb;
    }
}
