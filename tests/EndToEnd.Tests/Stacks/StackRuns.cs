using System.Text.Json;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>
/// One stack's life on the engine and the provider, without a cloud: every run that the tests ask about, made once and in
/// order. A run that fails is kept like any other, so that the test which asks about it tells.
/// </summary>
/// <param name="stack">Its name.</param>
/// <param name="isProtected">Whether parts of it have to be let go before it can be destroyed.</param>
public abstract class StackRuns(string stack, bool isProtected = false) : IAsyncLifetime
{
    /// <summary>A fleet of the tests' own, so that what the checked-in fleets are called doesn't matter.</summary>
    private const string Fleet = "dockerland:fleets.spare";

    /// <summary>What <c>./dockerland plan</c> shows of the same files.</summary>
    public string Plan { get; private set; } = "";
    public PulumiRun Preview { get; private set; } = null!;
    public PulumiRun Up { get; private set; } = null!;
    public PulumiRun Again { get; private set; } = null!;
    public PulumiRun ChangedUserData { get; private set; } = null!;
    public PulumiRun ChangedTag { get; private set; } = null!;
    public PulumiRun RemovedFleet { get; private set; } = null!;
    public PulumiRun Refresh { get; private set; } = null!;
    public PulumiRun Destroy { get; private set; } = null!;

    /// <summary>The destroy of a protected stack before it was let go.</summary>
    public PulumiRun? Refused { get; private set; }
    public bool RefusedTookNothing { get; private set; }

    /// <summary>The state and the outputs after <see cref="Up"/>.</summary>
    public string State { get; private set; } = "";
    public string Outputs { get; private set; } = "";

    /// <summary>The state after <see cref="Destroy"/>.</summary>
    public string LastState { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (!Prerequisite.HasEngine) return;
        using var workspace = await InfraProgram.WorkspaceAsync(stack);
        await PlantedSecrets.PlantAsync(workspace);
        await workspace.SetPathAsync($"{Fleet}.role", "spare");

        Plan = await InfraProgram.PlanAsync(workspace);
        Preview = await workspace.PreviewAsync();
        Up = await workspace.UpAsync();
        State = await workspace.ExportAsync();
        Outputs = await workspace.OutputsAsync();
        Again = await workspace.UpAsync("--expect-no-changes");
        await workspace.SetPathAsync($"{Fleet}.environment.GREETING", "hello");
        ChangedUserData = await workspace.UpAsync();
        await workspace.SetPathAsync($"{Fleet}.tags[\"docker.colour\"]", "blue");
        ChangedTag = await workspace.UpAsync();
        await workspace.RemovePathAsync(Fleet);
        RemovedFleet = await workspace.UpAsync();
        Refresh = await workspace.RefreshAsync("--expect-no-changes");
        if (isProtected)
        {
            var before = await workspace.ExportAsync();
            Refused = await workspace.DestroyAfterPreviewAsync();
            RefusedTookNothing = Resources(before) == Resources(await workspace.ExportAsync());
            await workspace.UnprotectAsync();
        }
        Destroy = await workspace.DestroyAsync();
        LastState = await workspace.ExportAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static int Resources(string state) => JsonElement.Parse(state).GetProperty("deployment").GetProperty("resources").GetArrayLength();
}

public sealed class DevRuns() : StackRuns("dev");

public sealed class ProdRuns() : StackRuns("prod", isProtected: true);

/// <summary>A stack that sets every option that needs no network and no zone of others.</summary>
public sealed class FullRuns() : StackRuns("full");
