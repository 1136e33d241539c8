using System.Collections.Immutable;
using Amazon.Route53;
using Dockerland.Contracts;
using Dockerland.Dns;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>The records of one host: a set of its own at each name that it answers to, among those of other hosts.</summary>
internal sealed class HostRecords(RecordSettings settings, HostIdentity host, IAmazonRoute53 route53, TimeProvider time, Log log)
{
    /// <summary>A line for each change that would be made.</summary>
    /// <exception cref="AgentException">The zone can't be read.</exception>
    public async Task<IReadOnlyList<string>> PlanAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        try
        {
            return [.. Lines((await Sync.PlanAsync(settings.ZoneId, Desired(names), Options(keep: false), cancellationToken)).Changes)];
        }
        catch (DnsException error)
        {
            throw new AgentException(error.Message, error);
        }
    }

    /// <summary>Makes the host's records those of the names.</summary>
    /// <param name="keep">Whether records of other names stay.</param>
    /// <returns>A sentence for each record that isn't as it should be.</returns>
    /// <exception cref="AgentException">The zone can't be read.</exception>
    public async Task<IReadOnlyList<string>> SyncAsync(IEnumerable<string> names, bool keep, CancellationToken cancellationToken)
    {
        var (desired, options, sync) = (Desired(names), Options(keep), Sync);
        try
        {
            var plan = await sync.PlanAsync(settings.ZoneId, desired, options, cancellationToken);
            var result = await sync.ApplyAsync(plan, desired, options, cancellationToken);
            foreach (var line in Lines(result.Applied)) log.Write(line);
            return
            [
                .. result.Failed.Select(failure => failure.Message),
                .. result.Skipped.Where(skipped => skipped.Reason is not SkipReason.Policy).Select(skipped => $"record {skipped.Name}: {skipped.Detail}"),
            ];
        }
        catch (DnsException error)
        {
            throw new AgentException(error.Message, error);
        }
    }

    private DnsSync Sync => new(route53, new() { Deadline = time.GetUtcNow() + settings.Patience, Time = time });

    private PlanOptions Options(bool keep) => new() { Stack = host.Owner.Stack, Scope = PlanScope.OfInstance(host.Owner.Instance!), Policy = keep ? PlanPolicy.UpsertOnly : PlanPolicy.Sync };

    private static IEnumerable<string> Lines(IEnumerable<NameChange> changes) =>
        changes.SelectMany(change => change.Records).Where(change => change.Set.Type is not RecordTypes.Txt).Select(change => $"record: {change}");

    private ImmutableArray<DesiredSet> Desired(IEnumerable<string> names) =>
    [
        .. names.Select(name => Names.Service(name, settings.Zone)).Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new DesiredSet(settings.ZoneId, name, RecordTypes.A, host.Owner)
        {
            Values = [host.Address],
            Ttl = RecordSettings.Ttl,
            SetIdentifier = host.Owner.Instance,
            WhenEmpty = WhenEmpty.Remove,
        }),
    ];
}
