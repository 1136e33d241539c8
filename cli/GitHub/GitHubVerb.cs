using System.Collections.Immutable;
using System.CommandLine;
using Dockerland.Cli.Planning;
using Dockerland.Infra.Settings;

namespace Dockerland.Cli.GitHub;

/// <summary>What the workflows tell on GitHub.</summary>
internal static class GitHubVerb
{
    private const string Project = "dockerland";

    // Who writes with a workflow's own token.
    private const string DefaultAuthor = "github-actions[bot]";

    public static Command Create(Terminal terminal, Repository repository) => new("github", "Tell on GitHub what workflows found out") { Comment(terminal), Drift(terminal), Steps(terminal, repository) };

    private static Command Comment(Terminal terminal)
    {
        var results = Required("--results", "Folder with what the jobs of the pull request left behind, a folder for each artifact");
        var repository = Required("--repository", "OWNER/NAME");
        var headRepository = Required("--head-repository", "OWNER/NAME that the pull request comes from");
        var branch = Required("--branch", "Branch that it comes from");
        var sha = Required("--sha", "The commit that the jobs ran on");
        var title = Required("--title", "Title of the run: 'preview of #NUMBER'");
        var conclusion = Required("--conclusion", "How the run ended");
        var address = Required("--run", "Address of the run");
        var (author, stacks) = (Author(), Stacks());
        var verb = new Command("comment", "Keep the comment on a pull request that says what it changes") { results, repository, headRepository, branch, sha, title, conclusion, address, author, stacks };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var run = new PreviewRun(
                parsed.GetRequiredValue(repository),
                parsed.GetRequiredValue(headRepository),
                parsed.GetRequiredValue(branch),
                parsed.GetRequiredValue(sha),
                parsed.GetRequiredValue(title),
                parsed.GetRequiredValue(conclusion),
                parsed.GetRequiredValue(address));
            using var api = GitHubApi.OfWorkflow(Environment.GetEnvironmentVariable);
            var poster = new CommentPoster(api, run.Repository, parsed.GetRequiredValue(author));
            var found = ResultsFolder.Read(parsed.GetRequiredValue(results), parsed.GetRequiredValue(stacks), run.IsFork);
            var text = CommentText.Render(Project, found, run);
            var pulls = await poster.FindAsync(run, cancellationToken);
            if (pulls is [])
                await terminal.Error.WriteLineAsync($"No open pull request of {run.Head} is at {run.Sha} any more: nothing to tell.");
            foreach (var pull in pulls)
                await terminal.Error.WriteLineAsync(await poster.PutAsync(pull, CommentText.Marker(Project), text, !found.All(result => result.IsQuiet), cancellationToken));
            return CommandLine.Success;
        });
        return verb;
    }

    private static Command Drift(Terminal terminal)
    {
        var results = Required("--results", "Folder with what the looks at the stacks left behind");
        var repository = Required("--repository", "OWNER/NAME");
        var run = Required("--run", "Address of the run");
        var (author, stacks) = (Author(), Stacks());
        var verb = new Command("drift", "Open, change or close the issue about drift; exits with 1 when a look is broken") { results, repository, run, author, stacks };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            using var api = GitHubApi.OfWorkflow(Environment.GetEnvironmentVariable);
            var report = new DriftReport(ResultsFolder.Read(parsed.GetRequiredValue(results), parsed.GetRequiredValue(stacks)));
            var issue = new DriftIssue(api, parsed.GetRequiredValue(repository), parsed.GetRequiredValue(author));
            await terminal.Error.WriteLineAsync(await issue.PutAsync(report, Project, parsed.GetRequiredValue(run), cancellationToken));
            return report.Broken is [] ? CommandLine.Success : CommandLine.Failure;
        });
        return verb;
    }

    private static Command Steps(Terminal terminal, Repository repository)
    {
        var events = new Argument<string>("EVENTS") { Description = "Event log of pulumi, which holds state and secrets" };
        var code = new Option<int>("--code") { Description = "Exit code of pulumi", Required = true };
        var stack = Required("--stack", "The stack that it is of, as in Pulumi.STACK.yaml");
        var verb = new Command("steps", "Print operation, type and name of each change in an event log, and nothing else of it") { events, code, stack };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var file = parsed.GetRequiredValue(events);
            // There is none where the engine didn't get that far.
            var lines = File.Exists(file) ? await File.ReadAllLinesAsync(file, cancellationToken) : [];
            // Read where it matters alone: with a wrong configuration the engine found no group that could have scaled.
            var fleets = new Lazy<ImmutableSortedDictionary<string, FleetSettings>>(() => PlanVerb.ReadInputs(repository, parsed.GetRequiredValue(stack), out _).Settings.Fleets);
            bool MayScale(string group) => !fleets.Value.TryGetValue(group, out var fleet) || fleet.KeepDesired;
            await terminal.Out.WriteAsync(PreviewResult.OfEvents(lines, parsed.GetRequiredValue(code), MayScale).Render());
            return CommandLine.Success;
        });
        return verb;
    }

    private static Option<string> Required(string name, string description) => new(name) { Description = description, Required = true };

    private static Option<string[]> Stacks() => new("--stack") { Description = "A stack that was to be looked at; give it once for each", Required = true };

    private static Option<string> Author() => new("--author") { Description = "Who the comments and issues are written by", DefaultValueFactory = _ => DefaultAuthor };
}
