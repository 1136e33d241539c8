using System.Runtime.Versioning;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Instance;
using Dockerland.MetadataAgent.Targets;

namespace Dockerland.MetadataAgent.Handover;

/// <summary>Hands an instance's tags over to Docker and to containers, once. A second pass writes nothing.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class HandoverPass(HandoverSettings settings, ImdsClient imds, InstanceTags tags, TextWriter output)
{
    private static readonly TimeSpan RosDeadline = TimeSpan.FromSeconds(30);

    /// <exception cref="AgentException">Something wasn't handed over. What could be, was.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var known = await tags.ReadAsync(cancellationToken);
        var instance = settings.Load ? await InstanceVariables.ReadAsync(imds, cancellationToken) : new Dictionary<string, string>();
        var plan = HandoverPlan.Of(settings, known, instance);
        foreach (var problem in plan.Problems) await output.WriteLineAsync($"metadata: {problem}");
        await output.WriteLineAsync($"metadata: {known.Count} tags: {plan.Labels.Count} labels, {plan.Variables.Count} variables");
        if (File.Exists(settings.Ros)) await MergeAsync(plan, cancellationToken);
        else await WriteAsync(plan);
    }

    private async Task WriteAsync(HandoverPlan plan)
    {
        // Containers don't start without it, whatever Docker's own file is like.
        var variables = VariablesFile.Render(plan.Variables);
        if (WholeFile.Read(settings.VariablesFile) != variables) await ReplaceAsync(settings.VariablesFile, variables);

        if (DaemonLabels.Merge(WholeFile.Read(settings.DaemonFile), plan.Labels, settings.Prefixes, settings.DaemonFile) is not { } daemon) return;
        // First, so that no end of this program leaves Docker without its labels.
        await ReplaceAsync(settings.ReloadFile, "");
        await ReplaceAsync(settings.DaemonFile, daemon);
    }

    private async Task MergeAsync(HandoverPlan plan, CancellationToken cancellationToken)
    {
        var document = RancherConfig.Render(plan.Labels, plan.Variables);
        if (WholeFile.Read(settings.MergedFile) == document) return;
        await output.WriteLineAsync($"metadata: {settings.Ros} config merge{Rehearsal(document)}");
        if (settings.DryRun) return;

        var result = await Command.RunAsync(RosDeadline, settings.Ros, ["config", "merge"], document, cancellationToken);
        if (result.ExitCode is not 0) throw new AgentException(ExitCodes.Software, $"'{settings.Ros} config merge' ended with {result.ExitCode}: {result.Error}");
        WholeFile.Write(settings.MergedFile, document);
    }

    private async Task ReplaceAsync(string path, string text)
    {
        await output.WriteLineAsync($"metadata: {path}{Rehearsal(text)}");
        if (!settings.DryRun) WholeFile.Write(path, text);
    }

    private string Rehearsal(string text) => settings.DryRun && text is not "" ? $" would get:\n{text.TrimEnd('\n')}" : settings.DryRun ? " would be made" : "";
}
