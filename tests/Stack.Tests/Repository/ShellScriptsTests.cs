using Dockerland.Tests.Support.Processes;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Repository;

public sealed class ShellScriptsTests
{
    [SkippableFact]
    public async Task Shellcheck_Finds_Nothing()
    {
        Skip.If(Tool.Find("shellcheck") is null, "Not on PATH: shellcheck.");

        await new Tool("shellcheck") { Folder = Root }.SucceedAsync([.. await ScriptsAsync()]);
    }

    [Fact]
    public async Task Every_Script_Stops_At_The_First_Error() =>
        Assert.All(await ScriptsAsync(), script => Assert.Contains("\nset -e", TrackedFiles.Read(script), StringComparison.Ordinal));

    [Theory]
    [InlineData("dockerland")]
    [InlineData(".ci/run")]
    public async Task Git_Keeps_The_Entry_Points_Executable(string script)
    {
        var listed = await new Tool("git") { Folder = Root }.SucceedAsync("ls-files", "--stage", "--", script);

        Assert.StartsWith("100755 ", listed.Output, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> ScriptsAsync() =>
        [.. (await TrackedFiles.ListTextAsync()).Where(file => file.EndsWith(".sh", StringComparison.Ordinal) || IsShell(TrackedFiles.Read(file)))];

    private static bool IsShell(string text) =>
        text.StartsWith("#!/bin/sh", StringComparison.Ordinal) || text.StartsWith("#!/bin/bash", StringComparison.Ordinal) || text.StartsWith("#!/usr/bin/env bash", StringComparison.Ordinal);
}
