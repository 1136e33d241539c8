using System.CommandLine;
using Dockerland.Cli.Bench;
using Dockerland.Cli.Dns;
using Dockerland.Cli.Documentation;
using Dockerland.Cli.GitHub;
using Dockerland.Cli.Images;
using Dockerland.Cli.Load;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Publishing;
using Dockerland.Cli.Testing;
using Dockerland.Cli.UserData;

namespace Dockerland.Cli;

/// <summary>The verbs, and the one place where an error reaches the user.</summary>
internal static class CommandLine
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Somebody ended it.</summary>
    public const int Cancelled = 130;

    private static readonly Option<bool> Debug = new("--debug") { Description = "Show stack traces of errors", Recursive = true };

    public static Command Create(Terminal terminal, Repository repository) => new("./dockerland", "Self-healing fleets of Docker hosts on AWS")
    {
        Debug,
        new System.CommandLine.Help.HelpOption { Recursive = true },
        PlanVerb.Create(terminal, repository),
        UserDataVerb.Create(terminal, repository),
        DnsVerb.Create(terminal, repository),
        ImagesVerb.Create(terminal, repository),
        LoadVerb.Create(terminal),
        TestVerb.Create(terminal, repository),
        SettingsVerb.Create(terminal, repository),
        PublishVerb.Create(terminal, repository),
        BenchVerb.Create(terminal, repository),
        GitHubVerb.Create(terminal, repository),
    };

    /// <param name="find">Gives the repository, or throws for want of one.</param>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, Func<Repository> find, CancellationToken cancellationToken = default)
    {
        try
        {
            var parsed = Create(terminal, find()).Parse(args);
            if (UsageError.Of(parsed) is { } wrong)
                throw new CliException(wrong);
            return await parsed.InvokeAsync(new() { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return Cancelled;
        }
        catch (Exception error)
        {
            await terminal.Error.WriteLineAsync(Describe(error, args.Contains(Debug.Name)));
            // Ctrl-C reaches the programs that run below this one, too, and their failure is no news then.
            return cancellationToken.IsCancellationRequested ? Cancelled : Failure;
        }
    }

    internal static string Describe(Exception error, bool debug) => (error, debug) switch
    {
        (_, true) => error.ToString(),
        (CliException, _) => $"error: {error.Message}",
        _ => $"error: {error.Message} (--debug shows where)",
    };
}
