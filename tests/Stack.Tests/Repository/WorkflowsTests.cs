using System.Text.RegularExpressions;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Tests.Stack.Repository;

public sealed partial class WorkflowsTests
{
    [Fact]
    public void There_Are_Workflows_To_Check() => Assert.Contains(Workflow.All, workflow => workflow.Path.EndsWith("/preview.yml", StringComparison.Ordinal));

    [Fact]
    public void Nothing_Is_Allowed_But_What_A_Job_Names() => Assert.All(Workflow.All, workflow =>
    {
        Assert.Empty(((YamlMappingNode)workflow.Root["permissions"]).Children);
        Assert.All(workflow.Jobs, job => Assert.IsType<YamlMappingNode>(Workflow.Find(job.Value, "permissions")));
    });

    // An expression in a script is a place to put a script into: a branch's name is anybody's.
    [Fact]
    public void Expressions_Reach_Scripts_By_The_Environment_Only() =>
        Assert.All(Workflow.All.SelectMany(workflow => workflow.Scripts), script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));

    [Fact]
    public void Every_Action_Is_Pinned_By_Its_Commit_And_Names_Its_Version() => Assert.All(
        Workflow.All.SelectMany(workflow => Uses().Matches(workflow.Text)).Select(match => match.Groups[1].Value).Where(action => !action.StartsWith("./", StringComparison.Ordinal)),
        action => Assert.Matches(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", action));

    // The tests do, and know what of them is a hash, which any change of a source changes.
    [Fact]
    public void No_Script_Compares_Plans_With_Their_Snapshots() =>
        Assert.All(Workflow.All.SelectMany(workflow => workflow.Scripts), script => Assert.DoesNotContain("tests/plans", script, StringComparison.Ordinal));

    [Fact]
    public void An_Action_Has_One_Version_Everywhere() => Assert.All(
        Workflow.All.SelectMany(workflow => Uses().Matches(workflow.Text)).Select(match => match.Groups[1].Value.Split('@')).Where(action => action.Length > 1).GroupBy(action => action[0]),
        action => Assert.Single(action.Select(version => version[1]).Distinct()));

    [Fact]
    public void Every_Checkout_Leaves_No_Token_Behind() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Uses("actions/checkout")),
        step => Assert.Equal("false", Workflow.Find(Workflow.Find(step, "with")!, "persist-credentials")?.ToString()));

    [Fact]
    public void What_Runs_A_Pull_Requests_Code_May_Write_Nothing() => Assert.All(
        Workflow.Read(".github/workflows/preview.yml").Jobs.SelectMany(job => ((YamlMappingNode)job.Value["permissions"]).Children),
        permission => Assert.True(permission is { Key: YamlScalarNode { Value: "contents" }, Value: YamlScalarNode { Value: "read" } } or { Key: YamlScalarNode { Value: "id-token" }, Value: YamlScalarNode { Value: "write" } }, permission.ToString()));

    // Whatever is handed to a branch's code is its authors'.
    [Fact]
    public void What_Runs_A_Pull_Requests_Code_Is_Handed_No_Secret() =>
        Assert.DoesNotContain("secrets", Workflow.Read(".github/workflows/preview.yml").Root.ToString(), StringComparison.Ordinal);

    [Fact]
    public void An_Engine_Previews_Each_Stack_In_An_Environment_Of_Its_Own() =>
        Assert.Equal("preview-${{ matrix.stack }}", Workflow.Find(Workflow.Read(".github/workflows/preview.yml").Job("engine"), "environment")?.ToString());

    [Theory]
    [InlineData(".github/workflows/preview-comment.yml", "results-plan", "results-engine-dev", "results-engine-prod")]
    [InlineData(".github/workflows/drift.yml", "results-engine-dev", "results-engine-prod")]
    public void Results_Come_By_The_Name_Of_Their_Artifact_Into_A_Folder_Of_That_Name(string workflow, params string[] names) => Assert.Equal(
        names.Select(name => (name, $"${{{{ runner.temp }}}}/results/{name}")),
        Workflow.Read(workflow).Uses("actions/download-artifact").Select(step => (step["with"]["name"].ToString(), step["with"]["path"].ToString())));

    // The environments' table says who may see what.
    [Fact]
    public void Every_Environment_Is_Documented()
    {
        var page = TrackedFiles.Read("docs/workflows.md");
        var environments = Workflow.All.SelectMany(workflow => workflow.Jobs).Select(job => Workflow.Find(job.Value, "environment")?.ToString()).OfType<string>().Distinct();

        Assert.All(
            environments.SelectMany(name => name is "${{ inputs.stack }}" ? ["dev", "prod"] : new[] { name.Replace("${{ matrix.stack }}", "STACK", StringComparison.Ordinal) }),
            name => Assert.Contains($"| `{name}` | `AWS_", page, StringComparison.Ordinal));
    }

    [Fact]
    public void What_May_Write_Runs_No_Code_Of_A_Pull_Request()
    {
        var workflow = Workflow.Read(".github/workflows/preview-comment.yml");
        var checkout = workflow.Uses("actions/checkout").Single();

        Assert.Equal("${{ github.event.repository.default_branch }}", checkout["with"]["ref"].ToString());
        Assert.DoesNotContain("pull_request_target", string.Concat(Workflow.All.Select(each => each.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_Script_Of_Several_Lines_Stops_At_The_First_Error() => Assert.All(
        Workflow.All.SelectMany(workflow => workflow.Scripts).Where(script => script.TrimEnd().Contains('\n', StringComparison.Ordinal)),
        script => Assert.StartsWith("set -euo pipefail\n", script, StringComparison.Ordinal));

    [SkippableFact]
    public async Task Shellcheck_Finds_Nothing_In_Their_Scripts()
    {
        Skip.If(Tool.Find("shellcheck") is null, "Not on PATH: shellcheck.");

        using var folder = new TempFolder();
        var files = Workflow.All.SelectMany(workflow => workflow.Scripts).Select((script, index) => (Path: folder.File($"{index}.sh"), Text: script)).ToList();
        foreach (var (path, text) in files) await File.WriteAllTextAsync(path, text);

        await new Tool("shellcheck").SucceedAsync(["--shell=bash", .. files.Select(file => file.Path)]);
    }

    [GeneratedRegex(@"^\s*(?:- )?uses: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Uses();
}
