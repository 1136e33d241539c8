using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Failures;

/// <summary>The stack where something goes wrong: in the cloud, or in what the user set.</summary>
public sealed class FailureRuns : IAsyncLifetime
{
    public PulumiRun DevPreviewWithoutSecrets { get; private set; } = null!;
    public PulumiRun ProdPreviewWithoutSecrets { get; private set; } = null!;
    public PulumiRun ProdUpWithoutSecrets { get; private set; } = null!;
    public PulumiRun BadSetting { get; private set; } = null!;
    public PulumiRun FailedCreate { get; private set; } = null!;
    public PulumiRun Recovered { get; private set; } = null!;
    public PulumiRun FailedDelete { get; private set; } = null!;
    public PulumiRun Destroyed { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!Prerequisite.HasEngine) return;
        using var prod = await InfraProgram.WorkspaceAsync("prod");
        ProdPreviewWithoutSecrets = await prod.PreviewAsync();
        ProdUpWithoutSecrets = await prod.UpAsync();

        using var dev = await InfraProgram.WorkspaceAsync("dev");
        DevPreviewWithoutSecrets = await dev.PreviewAsync();
        FailedCreate = await FailAsync("launchTemplate:LaunchTemplate::web=create", () => dev.UpAsync());
        Recovered = await dev.UpAsync();
        FailedDelete = await FailAsync("launchTemplate:LaunchTemplate::web=delete", () => dev.DestroyAsync());
        Destroyed = await dev.DestroyAsync();
        await dev.SetAsync("networkCidr", "10.0.0.0/33");
        BadSetting = await dev.UpAsync();

        async Task<PulumiRun> FailAsync(string what, Func<Task<PulumiRun>> run)
        {
            dev.Environment["STANDIN_FAIL"] = what;
            var failed = await run();
            dev.Environment.Remove("STANDIN_FAIL");
            return failed;
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
