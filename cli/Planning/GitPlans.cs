using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>
/// The plans of other revisions, each evaluated by its own program: what a revision declares is in its code, its SDKs and
/// its settings. A plan is kept under its commit, since neither ever changes.
/// </summary>
internal sealed class GitPlans(Repository repository, Terminal terminal)
{
    private const string Script = "dockerland";

    // Enough to see what a build complained about.
    private const int ShownLines = 15;

    /// <summary>The plan of a stack in a revision, and the commit's short name; a stack that wasn't there yet has an empty one.</summary>
    /// <exception cref="BaseFailedException">The revision's own program makes no plan.</exception>
    public async Task<(Plan Plan, string Commit)> ReadAsync(string revision, string stack, CancellationToken cancellationToken)
    {
        var commit = await CommitAsync(revision, cancellationToken);
        var kept = repository.PathOf("artifacts", "plans", $"{commit}-{stack}.json");
        if (!File.Exists(kept))
        {
            var (found, _) = await GitAsync(["cat-file", "-e", $"{commit}:Pulumi.{stack}.yaml"], cancellationToken);
            if (found != 0)
                return (new("", stack, [], ImmutableSortedDictionary<string, JsonNode?>.Empty), commit[..8]);
            await KeepAsync(kept, await EvaluateAsync(commit, revision, stack, cancellationToken), cancellationToken);
        }
        return (PlanReader.Read(await File.ReadAllTextAsync(kept, cancellationToken), kept), commit[..8]);
    }

    private async Task<string> CommitAsync(string revision, CancellationToken cancellationToken)
    {
        var (code, answer) = await GitAsync(["rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}"], cancellationToken);
        if (code == 0)
            return answer;
        var (git, shallow) = await GitAsync(["rev-parse", "--is-shallow-repository"], cancellationToken);
        throw new CliException((git, shallow) switch
        {
            (not 0, _) => $"'{revision}' is no file, and '{repository.Root}' is no git checkout, so it can't be a revision either. Give a file that './dockerland plan STACK --json' wrote.",
            (_, "true") => $"'{revision}' is neither a file nor a revision in this checkout, which is shallow. Get the rest of it: git fetch --unshallow (in a workflow: fetch-depth: 0)",
            _ => $"'{revision}' is neither a file nor a revision. 'git log --oneline' lists revisions; 'git fetch' gets newer ones.",
        });
    }

    private async Task<string> EvaluateAsync(string commit, string revision, string stack, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteLineAsync($"Planning {stack} as of {revision} ({commit[..8]}) with its own program; the first time this takes a minute.");
        var folder = Directory.CreateTempSubdirectory("dockerland-plan-").FullName;
        try
        {
            var archive = Path.Combine(folder, "archive.tar");
            await RequireAsync("git", ["archive", "--format=tar", $"--output={archive}", commit], repository.Root);
            var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
            await RequireAsync("tar", ["-xf", archive, "-C", sources], folder);
            if (!File.Exists(Path.Combine(sources, Script)))
                throw new CliException($"Revision '{revision}' has no ./{Script}, so it can't be planned. Name a later one.");
            var (code, output, said) = await RunAsync(Path.Combine(sources, Script), ["plan", stack, "--json"], sources);
            return code == 0 ? output : throw new BaseFailedException(Failure(code, said), commit[..8]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task RequireAsync(string program, string[] arguments, string where)
        {
            var (code, _, said) = await RunAsync(program, arguments, where);
            if (code != 0) throw new CliException(Failure(code, said));
        }

        async Task<(int Code, string Output, List<string> Said)> RunAsync(string program, string[] arguments, string where)
        {
            var output = new StringBuilder();
            var said = new List<string>();
            var code = await ChildProcess.RunAsync(program, arguments, where, line => output.Append(line).Append('\n'), said.Add, cancellationToken);
            return (code, output.ToString(), said);
        }

        string Failure(int code, List<string> said) => $"The plan of revision '{revision}' fails with exit code {code}:\n{string.Join('\n', said.TakeLast(ShownLines))}";
    }

    private async Task<(int Code, string Answer)> GitAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var code = await ChildProcess.RunAsync("git", arguments, repository.Root, lines.Add, _ => { }, cancellationToken);
        return (code, string.Join('\n', lines));
    }

    // Renamed when it is whole, so that an interrupted run leaves none behind.
    private static async Task KeepAsync(string file, string plan, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var unfinished = $"{file}.{Environment.ProcessId}";
        await File.WriteAllTextAsync(unfinished, plan, cancellationToken);
        File.Move(unfinished, file, overwrite: true);
    }
}
