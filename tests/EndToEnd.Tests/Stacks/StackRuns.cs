using System.Text.Json;
using Dockerland.Tests.EndToEnd.Clouds;
using Dockerland.Tests.Support.Clouds;
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

    /// <summary>A preview of another number of hosts, which is no longer left to scaling.</summary>
    public PulumiRun ChangedSize { get; private set; } = null!;

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

    /// <summary>Whether it stands in a network of its own.</summary>
    public virtual bool MakesNetwork => true;

    /// <summary>Skips the test where the runs can't be.</summary>
    public virtual void Require() => Prerequisite.Engine();

    protected virtual bool CanRun => Prerequisite.HasEngine;

    /// <summary>Makes what the stack finds, and lets it be there for as long as the runs take.</summary>
    protected virtual Task WithCloudAsync(PulumiWorkspace workspace, Func<Task> run) => run();

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        using var workspace = await InfraProgram.WorkspaceAsync(stack);
        await PlantedSecrets.PlantAsync(workspace);
        await workspace.SetPathAsync($"{Fleet}.role", "spare");
        await WithCloudAsync(workspace, () => RunAsync(workspace));
    }

    private async Task RunAsync(PulumiWorkspace workspace)
    {
        Plan = await InfraProgram.PlanAsync(workspace);
        Preview = await workspace.PreviewAsync();
        Up = await workspace.UpAsync();
        State = await workspace.ExportAsync();
        Outputs = await workspace.OutputsAsync();
        Again = await workspace.UpAsync("--expect-no-changes");
        await workspace.SetPathAsync($"{Fleet}.keepDesired", "false");
        await workspace.SetPathAsync($"{Fleet}.desired", "2");
        ChangedSize = await workspace.PreviewAsync();
        foreach (var setting in new[] { "keepDesired", "desired" }) await workspace.RemovePathAsync($"{Fleet}.{setting}");
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

/// <summary>A stack in a network and zones of others: moto has these and answers what is asked of them, and all else is made up.</summary>
public sealed class ExistingStackRuns() : StackRuns("existing")
{
    // All of which the stack has any; moto would forget parts of what it is told.
    private const string MadeUp = "aws_autoscaling_group,aws_autoscaling_lifecycle_hook,aws_autoscaling_notification,aws_cloudwatch_event_rule,aws_cloudwatch_event_target,"
        + "aws_cloudwatch_log_group,aws_cloudwatch_metric_alarm,aws_iam_instance_profile,aws_iam_role,aws_iam_role_policy,aws_kms_alias,aws_kms_key,aws_lambda_function,"
        + "aws_lambda_permission,aws_launch_template,aws_route53_record,aws_route53_zone,aws_security_group,aws_sns_topic,aws_sns_topic_policy,aws_sns_topic_subscription,"
        + "aws_sqs_queue,aws_sqs_queue_policy,aws_ssm_parameter,aws_vpc_security_group_egress_rule,aws_vpc_security_group_ingress_rule";

    public override bool MakesNetwork => false;

    public override void Require()
    {
        base.Require();
        Prerequisite.Programs(Moto.Programs);
    }

    protected override bool CanRun => ExistingRuns.CanRun;

    protected override async Task WithCloudAsync(PulumiWorkspace workspace, Func<Task> run)
    {
        await using var moto = await Moto.StartAsync();
        foreach (var (name, value) in moto.Environment) workspace.Environment[name] = value;
        workspace.Environment["STANDIN_SIMULATE"] = MadeUp;
        await ExistingCloud.MakeAsync(moto, workspace);
        // It has a certificate by its parameter's name.
        await workspace.RemovePathAsync("dockerland:balancerPem");
        await run();
    }
}
