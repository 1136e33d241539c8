using Amazon.Route53;

namespace Dockerland.Dns;

/// <summary>
/// Makes zones what they are desired to be. Several may do so at once: who expected another record than there is fails, reads again
/// and plans again, and so does who got no answer and doesn't know whether the change was made.
/// </summary>
/// <param name="client">Without retries of its own (<c>MaxErrorRetry = 0</c>): it knows no deadline.</param>
public sealed class DnsSync(IAmazonRoute53 client, DnsTiming timing)
{
    /// <summary>How often is planned again. Each time somebody else's change went through, or a batch was taken apart.</summary>
    private const int MostRounds = 8;

    private readonly Route53Zones zones = new(client, timing);

    /// <summary>The whole zone. Fails with a <see cref="DnsException"/> when it can't be read.</summary>
    public Task<ZoneState> ReadAsync(string zoneId, CancellationToken cancellationToken) => zones.ReadAsync(zoneId, null, cancellationToken);

    /// <summary>What there is to do, without doing it. Fails with a <see cref="DnsException"/> when the zone can't be read.</summary>
    public async Task<DnsPlan> PlanAsync(string zoneId, IReadOnlyCollection<DesiredSet> desired, PlanOptions options, CancellationToken cancellationToken) =>
        DnsPlan.Make(await zones.ReadAsync(zoneId, null, cancellationToken), desired, options);

    /// <summary>Does it. What goes wrong with one name is in the result, and the others' changes are made.</summary>
    /// <param name="desired">As the plan was made from, to plan again from.</param>
    public async Task<DnsResult> ApplyAsync(DnsPlan plan, IReadOnlyCollection<DesiredSet> desired, PlanOptions options, CancellationToken cancellationToken)
    {
        var result = new DnsResult([], [], [], [], plan.Skipped);
        var (pending, round) = (plan.Changes, new ApplyRound(zones, plan.ZoneId));
        for (var rounds = 1; !pending.IsEmpty; rounds++)
        {
            result = result.With(await round.RunAsync(pending, cancellationToken));
            if (round.Refused.IsEmpty) break;
            if (rounds == MostRounds) return result.With(round.Refused);

            try
            {
                await timing.WaitAsync(timing.WaitAfter(rounds), cancellationToken);
                var again = await zones.ReadAsync(plan.ZoneId, [.. round.Refused.Select(failure => failure.Change.Name).Distinct()], cancellationToken);
                var next = DnsPlan.Make(again, desired, options);
                result = result.Again(next, round.Refused);
                (pending, var hopeless) = round.Again(next.Changes);
                result = result.With(hopeless);
            }
            catch (DnsException error)
            {
                return result.With([.. round.Refused.Select(failure => failure with { Message = error.Message })]);
            }
        }

        return result;
    }

    /// <summary>Waits until all of Route53's servers answer with what was changed; false when they don't by the deadline.</summary>
    public Task<bool> WaitAsync(DnsResult result, CancellationToken cancellationToken) => zones.WaitAsync(result.ChangeIds, cancellationToken);
}
