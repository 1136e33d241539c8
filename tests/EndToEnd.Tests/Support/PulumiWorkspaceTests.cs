using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Support;

public sealed class PulumiWorkspaceTests
{
    [SkippableFact]
    public async Task A_Program_Without_Resources_Goes_Up_And_Down()
    {
        Prerequisite.Engine();
        using var workspace = await PulumiWorkspace.OfFilesAsync("dev", Program("/bin/true"));
        await workspace.SetAsync("sign", "-1");
        await workspace.SetSecretAsync("key", "planted");

        var up = await workspace.UpAsync("--expect-no-changes");
        var destroy = await workspace.DestroyAsync();

        Assert.Equal(0, up.EnsureSuccess().Result.ExitCode);
        Assert.Empty(destroy.EnsureSuccess().Steps);
        var settings = await File.ReadAllTextAsync(Path.Combine(workspace.Folder, "Pulumi.dev.yaml"));
        Assert.Contains("nothing:sign: \"-1\"", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", settings, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Failing_Program_Fails_The_Run_With_The_Engines_Words()
    {
        Prerequisite.Engine();
        using var workspace = await PulumiWorkspace.OfFilesAsync("dev", Program("/bin/false"));

        var up = await workspace.UpAsync();

        Assert.NotEqual(0, up.Result.ExitCode);
        Assert.Contains(up.Errors, error => error.Message.Contains("exit", StringComparison.Ordinal));
    }

    private static Dictionary<string, string> Program(string binary) => new()
    {
        ["Pulumi.yaml"] = $"name: nothing\nruntime: {{ name: dotnet, options: {{ binary: {binary} }} }}\n",
    };
}
