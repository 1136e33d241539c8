using System.Collections.Immutable;
using Amazon.Route53;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Passes;

/// <summary>
/// Makes records what the groups' healthy hosts are. It goes by what is there now and never by what an event said, so an event that
/// is lost, doubled or late does no harm; what can't be read throws or is left as it is.
/// </summary>
/// <param name="route53">Without retries of its own (<c>MaxErrorRetry = 0</c>).</param>
internal sealed class UpdaterPass(UpdaterSettings settings, IFleetSource fleets, IAmazonRoute53 route53, DnsTiming timing)
{
    private readonly DnsSync _dns = new(route53, timing);
    private readonly HealthChecks _checks = new(route53, settings.Stack);

    /// <summary>Names to take over from whoever has them.</summary>
    public ImmutableHashSet<string> Adopt { get; init; } = [];

    /// <summary>Which changes are made at most; an entry may let fewer be made.</summary>
    public PlanPolicy Policy { get; init; }

    /// <summary>Whether all that groups which are no more left goes at once, for somebody who saw the plan.</summary>
    public bool RemovesAllGone { get; init; }

    /// <summary>All groups of the stack, to be given to the others.</summary>
    public Task<ImmutableArray<GroupState>> ReadGroupsAsync(CancellationToken cancellationToken) => fleets.ReadGroupsAsync(settings.Stack, settings.Environment, cancellationToken);

    /// <summary>What there is to do, without doing it.</summary>
    /// <param name="names">The groups to look at; null for all, and for records of groups that are no more.</param>
    public Task<PassPlan> PlanAsync(ImmutableArray<GroupState> all, ImmutableSortedSet<string>? names, CancellationToken cancellationToken) =>
        PlanAsync(all, names, mayCreate: false, cancellationToken);

    /// <summary>Does it. What goes wrong with a name or a zone is in the result, and the rest is done.</summary>
    public async Task<PassResult> RunOnceAsync(ImmutableArray<GroupState> all, ImmutableSortedSet<string>? names, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(all, names, mayCreate: true, cancellationToken);
        var results = ImmutableArray.CreateBuilder<DnsResult>();
        foreach (var zone in plan.Zones)
            results.Add(await _dns.ApplyAsync(zone.Plan, zone.Wanted, zone.Options, cancellationToken));

        var failed = results.SelectMany(result => result.Failed).Select(failure => $"{failure.Change.Name}: {failure.Message}");
        var result = new PassResult(plan, results.ToImmutable(), [.. plan.Failures, .. failed]);
        return result with { Failures = [.. result.Failures, .. await _checks.DeleteAsync(HealthChecks.Unused(result.Changes).Union(plan.OrphanedChecks), cancellationToken)] };
    }

    /// <summary>Waits until all of Route53's servers answer with what was changed; false when they don't by then.</summary>
    public async Task<bool> WaitAsync(PassResult result, DateTimeOffset last, CancellationToken cancellationToken)
    {
        var dns = new DnsSync(route53, timing with { Deadline = last });
        foreach (var zone in result.Zones)
            if (!await dns.WaitAsync(zone, cancellationToken))
                return false;

        return true;
    }

    private async Task<PassPlan> PlanAsync(ImmutableArray<GroupState> all, ImmutableSortedSet<string>? names, bool mayCreate, CancellationToken cancellationToken)
    {
        var chosen = GroupEntries.Choose([.. all.Select(GroupEntries.Read)], names);
        var machines = await fleets.ReadMachinesAsync([.. chosen.Select(group => group.Group)], cancellationToken);
        chosen = [.. chosen.Zip(machines, (group, state) => group with { Group = state })];

        var desired = DesiredState.Make(chosen, settings.Stack, settings.ZoneIds);
        ImmutableArray<DesiredSet> wanted = [.. desired.Shared, .. await _checks.ResolveAsync(desired.Hosts, mayCreate, cancellationToken)];
        var scope = Scope(names, all, machines, desired);
        var failures = ImmutableArray.CreateBuilder<string>();
        var unread = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        var plans = ImmutableArray.CreateBuilder<ZonePlan>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var zoneId in (names is null ? settings.ZoneIds : desired.ZoneIds).Order(StringComparer.Ordinal))
        {
            try
            {
                var zone = await _dns.ReadAsync(zoneId, cancellationToken);
                used.UnionWith(zone.Sets.Select(set => set.HealthCheckId).OfType<string>());
                plans.AddRange(PlanZone(zone, desired.Policies, [.. wanted.Where(set => set.ZoneId == zoneId)], scope, [.. all.Select(group => group.Name)]));
            }
            catch (DnsException error)
            {
                failures.Add(error.Message);
                unread.Add(zoneId);
            }
        }

        return new(all, desired, chosen, plans.ToImmutable(), failures.ToImmutable())
        {
            // What isn't known may use them still.
            OrphanedChecks = names is null && unread.Count is 0 ? _checks.Orphans(used, all.SelectMany(group => group.Instances).Select(instance => instance.Id)) : [],
            UnreadZones = unread.ToImmutable(),
            Unknown = [.. (names ?? []).Except(all.Select(group => group.Name))],
        };
    }

    // Of a stack without any group nothing is removed: it is more likely that its groups weren't found than that there are none.
    private static PlanScope Scope(ImmutableSortedSet<string>? names, ImmutableArray<GroupState> all, ImmutableArray<GroupState> machines, DesiredState desired) => (names, all) switch
    {
        (null, []) => PlanScope.Nobody,
        (null, _) => PlanScope.OfGroups(desired.Unread, machines.SelectMany(group => group.Instances).Where(instance => instance.Machine?.State is not ("shutting-down" or "terminated")).Select(instance => instance.Id)),
        _ => PlanScope.OfOnly(desired.Read.Except(desired.Unread), desired.Unread),
    };

    // A plan for each policy, of the names that have it.
    private IEnumerable<ZonePlan> PlanZone(ZoneState zone, ImmutableArray<NamePolicy> policies, ImmutableArray<DesiredSet> wanted, PlanScope scope, ImmutableHashSet<string> groups)
    {
        var own = policies.Where(name => name.ZoneId == zone.Id).ToLookup(name => name.Name, StringComparer.Ordinal);
        PlanPolicy PolicyOf(string name) => own[name].Aggregate(Policy, (strictest, one) => one.Policy > strictest ? one.Policy : strictest);
        DnsPlan Limit(DnsPlan plan) => RemovesAllGone ? plan : GoneGroups.Limit(plan, zone, settings.Stack, groups);
        for (var policy = Policy; policy <= PlanPolicy.CreateOnly; policy++)
        {
            if (policy != Policy && !own.Any(name => PolicyOf(name.Key) == policy)) continue;

            var part = new PlanOptions { Stack = settings.Stack, Scope = scope, Adopt = Adopt, Policy = policy };
            yield return new(Limit(Only(DnsPlan.Make(zone, wanted, part), name => PolicyOf(name) == part.Policy)), wanted, part);
        }
    }

    private static DnsPlan Only(DnsPlan plan, Func<string, bool> isOf) => plan with
    {
        Changes = [.. plan.Changes.Where(change => isOf(change.Name))],
        Skipped = [.. plan.Skipped.Where(skipped => isOf(skipped.Name))],
    };
}
