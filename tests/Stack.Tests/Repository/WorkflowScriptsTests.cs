using System.Collections.Immutable;
using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Stack.Repository;

/// <summary>Runs the workflows' scripts as a runner does, with stand-ins of the programs that they call.</summary>
public sealed class WorkflowScriptsTests : IDisposable
{
    private const string Preview = ".github/workflows/preview.yml";
    private const string Drift = ".github/workflows/drift.yml";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, true)]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public async Task Every_Plan_Is_Kept_However_It_Ends_And_A_Failed_One_Fails_The_Job(int code, bool succeeds)
    {
        Program("dockerland", $"""echo "dockerland $2 against $4: planned"; echo "a warning" >&2; [[ $2 == dev ]] || exit {code}""");

        Program("git", """[[ $* == "rev-parse HEAD^1" ]] && echo "the base" """);

        (await RunAsync(Preview, "Plan against the base")).EnsureSuccess();
        var judged = await RunAsync(Preview, "Fail where a plan failed");

        Assert.Equal(
            [new(0, "dockerland dev against the base: planned\n", "a warning\n"), new(code, "dockerland prod against the base: planned\n", "a warning\n")],
            Uploaded("results-plan", "dev", "prod").Select(result => result.Plan));
        Assert.Equal(succeeds, judged.ExitCode == 0);
    }

    [Theory]
    [InlineData(Preview, "Preview", 0)]
    [InlineData(Preview, "Preview", 255)]
    [InlineData(Drift, "Look", 7)]
    [InlineData(Drift, "Look", 1)]
    public async Task What_The_Engine_Saw_Is_Kept_However_It_Ends_And_Its_Logs_Are_Not(string workflow, string step, int code)
    {
        Program("pulumi", $"""echo hunter2; echo "$*" >arguments; while [[ $1 != --event-log ]]; do shift; done; echo '"hunter2"' >"$2"; exit {code}""");
        Program("dockerland", """[[ -f $3 ]] && printf '{"code":%s,"total":0,"steps":[]}\n' "$5" """);

        var run = (await RunAsync(workflow, step, ("STACK", "dev"))).EnsureSuccess();

        Assert.Equal(code, Uploaded("results-engine-dev", "dev").Single().Preview!.Code);
        Assert.DoesNotContain("hunter2", run.Text, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder.File("temp")));
    }

    [Theory]
    [InlineData("abc", "", true)]
    [InlineData("def", "::error::main is at def, and this run would bring up abc. Approve the run of main's head instead.\n", false)]
    public async Task Only_Mains_Head_Is_Brought_Up(string head, string output, bool succeeds)
    {
        Program("curl", $$"""[[ ${!#} == https://api.github.example/repos/example/dockerland/commits/main ]] && echo {{head}}""");

        var run = await RunAsync(".github/workflows/up.yml", "Stop where main has gone on", ("GITHUB_SHA", "abc"), ("GITHUB_TOKEN", "t"), ("GITHUB_API_URL", "https://api.github.example"), ("GITHUB_REPOSITORY", "example/dockerland"));

        Assert.Equal((output, succeeds), (run.Output, run.ExitCode == 0));
    }

    [Fact]
    public void The_Head_Is_Looked_At_Right_Before_The_Stack_Is_Changed()
    {
        var names = Workflow.Read(".github/workflows/up.yml").Steps.Select(step => $"{Workflow.Find(step, "name")}").ToArray();

        Assert.Equal(["Stop where main has gone on", "Up"], names[^2..]);
    }

    [Fact]
    public async Task The_Look_For_Drift_Changes_Nothing()
    {
        Program("pulumi", """echo "$*" >arguments""");
        Program("dockerland", "echo '{}'");

        await RunAsync(Drift, "Look", ("STACK", "dev"));

        Assert.StartsWith("refresh --stack dev --preview-only --expect-no-changes --non-interactive ", await File.ReadAllTextAsync(_folder.File("arguments")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preview-comment.yml", "Comment", "github comment --results", "--head-repository someone/dockerland --branch a b --sha abc --title preview of #7 --conclusion success --run https://github.example/run --stack dev --stack prod")]
    [InlineData("drift.yml", "Report", "github drift --results", "--run https://github.example/run --stack dev --stack prod")]
    public async Task Reports_Are_Asked_For_With_What_The_Verb_Takes(string workflow, string step, string start, string end)
    {
        Program("dockerland", """echo "$*" """);

        var arguments = (await RunAsync($".github/workflows/{workflow}", step, ("HEAD_REPOSITORY", "someone/dockerland"), ("BRANCH", "a b"), ("TITLE", "preview of #7"), ("CONCLUSION", "success"), ("SHA", "abc"), ("RUN", "https://github.example/run"), ("GITHUB_REPOSITORY", "example/dockerland"))).EnsureSuccess().Output.Trim();

        Assert.StartsWith(start, arguments, StringComparison.Ordinal);
        Assert.EndsWith(end, arguments, StringComparison.Ordinal);
        Assert.Empty(Dockerland.Cli.CommandLine.Create(new(TextWriter.Null, TextWriter.Null, Interactive: false), new("/")).Parse(arguments.Replace("a b", "ab", StringComparison.Ordinal).Replace("preview of #7", "title", StringComparison.Ordinal)).Errors);
    }

    // What a job uploads is found in a folder of the artifact's name.
    private ImmutableArray<StackResult> Uploaded(string artifact, params string[] stacks)
    {
        Directory.Move(_folder.File("results"), _folder.File($"downloaded/{artifact}"));
        return ResultsFolder.Read(_folder.File("downloaded"), stacks);
    }

    private void Program(string name, string script) => File.WriteAllText(_folder.File(name), $"#!/usr/bin/env bash\n{script}\n");

    private async Task<ToolResult> RunAsync(string workflow, string step, params (string Name, string Value)[] environment)
    {
        var script = _folder.File("script.sh");
        await File.WriteAllTextAsync(script, Workflow.Read(workflow).Script(step));
        await new Tool("chmod").SucceedAsync("-R", "+x", _folder.Path);
        var variables = environment.ToDictionary(variable => variable.Name, variable => (string?)variable.Value);
        variables["RUNNER_TEMP"] = Directory.CreateDirectory(_folder.File("temp")).FullName;
        variables["PATH"] = $"{_folder.Path}:{Environment.GetEnvironmentVariable("PATH")}";
        return await new Tool("bash") { Folder = _folder.Path, Environment = variables }.RunAsync("-e", script);
    }
}
