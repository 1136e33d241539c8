using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Replacements;

/// <summary>A stack with a resource for each case, and the preview of all their changes at once.</summary>
public sealed class ReplacementRuns : IAsyncLifetime
{
    public PulumiRun Up { get; private set; } = null!;
    public PulumiRun Preview { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!Prerequisite.HasEngine) return;
        var binary = Path.Combine(AppContext.BaseDirectory, "Dockerland.Declare.dll");
        using var workspace = await PulumiWorkspace.OfFilesAsync("dev", new Dictionary<string, string>
        {
            ["Pulumi.yaml"] = $"name: replacements\nruntime: {{ name: dotnet, options: {{ binary: {binary} }} }}\n",
            ["Pulumi.dev.yaml"] = "config:\n  aws:region: eu-central-1\n",
            ["a/Dockerfile"] = "FROM scratch\n",
            ["b/Dockerfile"] = "FROM scratch\n",
        });
        workspace.Environment["AWS_ENDPOINT_URL"] = null;
        workspace.Environment["STANDIN_DOCKER"] = "off";
        var resources = Path.Combine(workspace.Folder, "resources.json");
        await File.WriteAllTextAsync(resources, ReplacementCases.Resources(changed: false));
        Up = await workspace.UpAsync();
        await File.WriteAllTextAsync(resources, ReplacementCases.Resources(changed: true));
        Preview = await workspace.PreviewAsync("--show-replacement-steps");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
