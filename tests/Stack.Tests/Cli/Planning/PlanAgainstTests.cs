using System.Diagnostics;
using System.Text.Json.Nodes;
using Dockerland.Cli;
using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>What no resource shows but the stack's file does, compared; and a base whose own program fails.</summary>
public sealed class PlanAgainstTests : IDisposable
{
    private static readonly string[] Sources = ["images", "lambdas", "lib", "sdks"];
    private const string Stack = "Pulumi.prod.yaml";

    private readonly TempFolder _folder = new();

    public PlanAgainstTests()
    {
        var root = Support.Repository.Root;
        foreach (var folder in Sources) Directory.CreateSymbolicLink(_folder.File(folder), Path.Combine(root, folder));
        File.Copy(Path.Combine(root, "Pulumi.yaml"), _folder.File("Pulumi.yaml"));
        File.WriteAllText(_folder.File(Stack), StackFile.WithoutSecrets(File.ReadAllText(Path.Combine(root, Stack))));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Another_Profile_Is_A_Difference()
    {
        await AddAsync("  aws:profile: one\n");
        var file = await KeepAsync();
        Replace("aws:profile: one", "aws:profile: two");

        var (code, output) = await RunAsync("plan", "prod", "--against", file);

        Assert.Equal(2, code);
        Assert.Contains("  ! aws:profile is two instead of one: if that is another account,", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_Ciphertext_Is_A_Difference()
    {
        await AddAsync("  dockerland:gossipKey:\n    secure: v1:one\n");
        var file = await KeepAsync();
        Replace("secure: v1:one", "secure: v1:two");

        var (code, output) = await RunAsync("plan", "prod", "--against", file);

        Assert.Equal(2, code);
        Assert.Contains("\nSecrets\n  gossipKey may have changed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Kept_Plan_Has_No_Ciphertext()
    {
        await AddAsync("  dockerland:gossipKey:\n    secure: v1:ciphertext\n  aws:profile:\n    secure: v1:ciphertext\n");

        var (_, output) = await RunAsync("plan", "prod", "--json");

        Assert.DoesNotContain("ciphertext", output, StringComparison.Ordinal);
        Assert.Equal("<secret>", JsonNode.Parse(output)!["provider"]!["aws:profile"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("provider")]
    [InlineData("secrets")]
    public async Task A_Plan_That_Says_Nothing_Of_Them_Is_No_Statement(string entry)
    {
        await AddAsync("  dockerland:gossipKey:\n    secure: v1:one\n");
        var file = await KeepAsync();
        var plan = JsonNode.Parse(await File.ReadAllTextAsync(file))!.AsObject();
        Assert.True(plan.Remove(entry));
        await File.WriteAllTextAsync(file, plan.ToJsonString());

        Assert.Equal((0, $"dockerland prod against {file}: no differences\n"), await RunAsync("plan", "prod", "--against", file));
    }

    [Fact]
    public async Task A_Base_That_Fails_Leaves_The_Whole_Plan_To_Look_At()
    {
        BreakBase();

        var (code, output) = await RunAsync("plan", "prod", "--against", "HEAD");

        Assert.Equal(2, code);
        Assert.Contains("The plan of revision 'HEAD' fails with exit code 3:\n    zone: not a domain\n", output, StringComparison.Ordinal);
        Assert.Contains((await RunAsync("plan", "prod")).Output, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Comment_Says_That_The_Base_Fails_And_Why()
    {
        BreakBase();

        var result = new PlanResult(2, (await RunAsync("plan", "prod", "--against", "HEAD")).Output, "");

        Assert.Equal("the base fails, so nothing to compare with", result.Summary);
        Assert.Contains("zone: not a domain", result.Meaning, StringComparison.Ordinal);
        Assert.Contains("aws:autoscaling/group:Group web", result.Details, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Programs_Are_Told_That_The_Base_Fails_Too()
    {
        BreakBase();

        var (code, output) = await RunAsync("plan", "prod", "--against", "HEAD", "--json");

        Assert.Equal(2, code);
        Assert.Contains("zone: not a domain", JsonNode.Parse(output)!["failure"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private void BreakBase()
    {
        File.WriteAllText(_folder.File("dockerland"), "#!/bin/sh\necho 'zone: not a domain' >&2\nexit 3\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.File("dockerland"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Git("init", "--quiet");
        Git("add", "dockerland", Stack);
        Git("commit", "--quiet", "--message=base");
    }

    private void Git(params string[] arguments)
    {
        string[] identity = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
        using var git = Process.Start(new ProcessStartInfo("git", [.. identity, .. arguments]) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }

    private async Task<string> KeepAsync()
    {
        var file = _folder.File("before.json");
        await File.WriteAllTextAsync(file, (await RunAsync("plan", "prod", "--json")).Output);
        return file;
    }

    private Task AddAsync(string lines) => File.AppendAllTextAsync(_folder.File(Stack), lines);

    private void Replace(string old, string now) => File.WriteAllText(_folder.File(Stack), File.ReadAllText(_folder.File(Stack)).Replace(old, now, StringComparison.Ordinal));

    private async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await CommandLine.RunAsync(args, new(output, error, Interactive: false), () => new(_folder.Path));
        return (code, output.ToString());
    }
}
