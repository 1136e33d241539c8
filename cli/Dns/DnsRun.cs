using Amazon.Route53;
using Dockerland.Dns;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.Cli.Dns;

/// <summary>A pass of the updater at a person's wish.</summary>
/// <param name="route53">Without retries of its own.</param>
/// <param name="progress">Hears what is done now.</param>
internal sealed class DnsRun(IFleetSource fleets, IAmazonRoute53 route53, Action<string> progress)
{
    // Throttled as it may be, a person waits no longer.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<DnsReport> RunAsync(DnsRequest request, CancellationToken cancellationToken)
    {
        var target = request.Target;
        progress($"reading groups of {target.Stack}");
        var groups = await fleets.ReadGroupsAsync(target.Stack, target.Environment, cancellationToken);
        if (groups.IsEmpty)
            throw new CliException($"No group in {target.Region} has the tags of stack {target.Stack} and environment {target.Environment}. Deploy the stack, or say --region or --profile when it is elsewhere.");

        var names = GroupChoice.Names(groups, target.Stack, request.Groups);
        var settings = new UpdaterSettings
        {
            Stack = target.Stack,
            Environment = target.Environment,
            ZoneIds = [.. groups.SelectMany(group => GroupEntries.Read(group).Entries).Select(entry => entry.ZoneId).Concat(request.Zones).Distinct().Order(StringComparer.Ordinal)],
        };
        var pass = new UpdaterPass(settings, fleets, route53, new DnsTiming { Deadline = TimeProvider.System.GetUtcNow() + Patience })
        {
            Adopt = GroupChoice.Adopted(groups, request.Adopt),
            Policy = request.Policy,
            RemovesAllGone = true,
        };
        progress($"reading hosts of {DnsText.Count(groups.Length, "group")} and records of {DnsText.Count(settings.ZoneIds.Length, "zone")}");
        if (!request.Apply) return DnsReport.Of(target, await pass.PlanAsync(groups, names, cancellationToken));

        var result = await pass.RunOnceAsync(groups, names, cancellationToken);
        var report = DnsReport.Of(target, result);
        return request.Wait ? await WaitAsync(pass, result, report, cancellationToken) : report;
    }

    private async Task<DnsReport> WaitAsync(UpdaterPass pass, PassResult result, DnsReport report, CancellationToken cancellationToken)
    {
        progress("waiting for Route53's servers");
        return await pass.WaitAsync(result, TimeProvider.System.GetUtcNow() + Patience, cancellationToken)
            ? report
            : report with { Problems = [.. report.Problems, $"After {Patience.TotalMinutes:0} minutes not all of Route53's servers have the changes. They were made, and will be there."] };
    }
}
