using System.Globalization;
using Dockerland.Cli.Planning;
using Dockerland.Cli.UserData;

namespace Dockerland.Cli.Boot;

/// <summary>Boots a fleet's host for people: says how it goes, shows what failed, and leaves nothing behind.</summary>
internal sealed class BootCommand(Terminal terminal, Repository repository)
{
    /// <summary>In which a host has to be up, its containers and all.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    /// <param name="keep">Whether the host stays until whoever watches ends this.</param>
    public async Task<int> RunAsync(string stack, string fleet, bool keep, CancellationToken cancellationToken)
    {
        await using var run = new BootRun(terminal, repository, await ReadAsync(repository, stack, fleet));
        await run.StartAsync(cancellationToken);
        var lacks = await run.WaitAsync(Limit, cancellationToken);
        var seconds = run.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        if (lacks is [])
        {
            await terminal.Out.WriteLineAsync($"A host of '{fleet}' booted in {seconds} s: systemd runs with no failed unit, its containers answer");
        }
        else
        {
            await terminal.Out.WriteLineAsync(await run.ReadLogsAsync(cancellationToken));
            await terminal.Error.WriteLineAsync($"error: A host of '{fleet}' hasn't booted after {seconds} s:\n  {string.Join("\n  ", lacks)}");
        }

        if (keep) await WaitAsync(run, cancellationToken);
        return lacks is [] ? CommandLine.Success : CommandLine.Failure;
    }

    /// <summary>What the plan says of the fleet's hosts, with the stand-in's account.</summary>
    public static async Task<HostPlan> ReadAsync(Repository repository, string stack, string fleet)
    {
        var inputs = PlanVerb.ReadInputs(repository, stack, out var configuration);
        UserDataVerb.RequireFleet(inputs, stack, fleet);
        return HostPlan.Read(await PlanVerb.EvaluateAsync(repository, configuration, inputs, HostPlan.Values), fleet, inputs);
    }

    // The stand-in of AWS lives in this process, so that the host would be alone without it.
    private async Task WaitAsync(BootRun run, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteLineAsync($"It stays until Ctrl-C. To look around: docker exec -it {run.Container.Name} bash");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // As it was meant to end.
        }
    }
}
