using System.Diagnostics;
using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>A repository whose program prints a file: what is tested is how a revision's own program is found and run.</summary>
public sealed class GitPlansTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly StringWriter _said = new();

    public GitPlansTests()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Write("Pulumi.dev.yaml", "config: {}\n");
        Write("dockerland", "#!/bin/sh\necho progress >&2\ncat plan.json\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.File("dockerland"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Commit("""{"project":"shop","stack":"dev","resources":[],"outputs":{"a":"1"}}""");
        Git("tag", "v1");
        Commit("""{"project":"shop","stack":"dev","resources":[],"outputs":{"a":"2"}}""");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("v1", "1")]
    [InlineData("HEAD", "2")]
    [InlineData("HEAD~1", "1")]
    public async Task A_Revision_Is_Planned_By_Its_Own_Program(string revision, string value) =>
        Assert.Equal(value, (await ReadAsync(revision)).Plan.Outputs["a"]!.GetValue<string>());

    [Fact]
    public async Task A_Commit_Is_Planned_Once()
    {
        await ReadAsync("v1");
        await ReadAsync("v1");

        Assert.Single(_said.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task A_Stack_That_Was_Not_There_Yet_Has_An_Empty_Plan() => Assert.Empty((await ReadAsync("v1", "prod")).Plan.Resources);

    [Theory]
    [InlineData("no-such")]
    [InlineData("--all")]
    [InlineData("")]
    public async Task An_Unknown_Revision_Is_Named(string revision)
    {
        var error = await Assert.ThrowsAsync<CliException>(() => ReadAsync(revision));

        Assert.Equal($"'{revision}' is neither a file nor a revision. 'git log --oneline' lists revisions; 'git fetch' gets newer ones.", error.Message);
    }

    [Fact]
    public async Task A_Shallow_Checkout_Is_Told_How_To_Get_The_Rest()
    {
        using var clone = new TempFolder();
        Git("clone", "--quiet", "--depth=1", $"file://{_folder.Path}", clone.File("shallow"));

        var error = await Assert.ThrowsAsync<CliException>(() => ReadAsync("HEAD~1", "dev", clone.File("shallow")));

        Assert.EndsWith("which is shallow. Get the rest of it: git fetch --unshallow (in a workflow: fetch-depth: 0)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Of_Git_Only_A_File_Will_Do()
    {
        using var bare = new TempFolder();

        var error = await Assert.ThrowsAsync<CliException>(() => ReadAsync("HEAD", "dev", bare.Path));

        Assert.Contains("is no git checkout", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_A_Failing_Program_Says_Is_Shown()
    {
        Write("dockerland", "#!/bin/sh\necho 'no such verb' >&2\nexit 3\n");
        Git("commit", "--quiet", "--all", "--message=break");

        var error = await Assert.ThrowsAsync<BaseFailedException>(() => ReadAsync("HEAD"));

        Assert.Equal("The plan of revision 'HEAD' fails with exit code 3:\nno such verb", error.Message);
    }

    private Task<(Plan Plan, string Commit)> ReadAsync(string revision, string stack = "dev", string? root = null) =>
        new GitPlans(new(root ?? _folder.Path), new(TextWriter.Null, _said, Interactive: false)).ReadAsync(revision, stack, CancellationToken.None);

    private void Commit(string plan)
    {
        Write("plan.json", plan);
        Git("add", ".");
        Git("commit", "--quiet", "--message=plan");
    }

    private void Write(string path, string text) => File.WriteAllText(_folder.File(path), text);

    private void Git(params string[] arguments)
    {
        string[] identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
        using var git = Process.Start(new ProcessStartInfo("git", [.. identity, .. arguments]) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
