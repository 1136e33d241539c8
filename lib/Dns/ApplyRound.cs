using System.Collections.Immutable;

namespace Dockerland.Dns;

/// <summary>
/// Sends changes in batches. One that is refused may hold a single wrong change, or some that somebody else made first: those that are
/// planned again just as before are sent by halves, until each was refused alone or has gone through.
/// </summary>
internal sealed class ApplyRound(Route53Zones zones, string zoneId)
{
    private ImmutableHashSet<NameChange> suspects = [];
    private ImmutableHashSet<NameChange> alone = [];

    /// <summary>What was refused in the last round.</summary>
    public ImmutableArray<FailedChange> Refused { get; private set; } = [];

    public async Task<RoundResult> RunAsync(ImmutableArray<NameChange> changes, CancellationToken cancellationToken)
    {
        Refused = [];
        var result = RoundResult.Empty;
        foreach (var batch in Batches.Of(changes.Where(change => !suspects.Contains(change))))
            result = result.Add(await SendAsync(batch, cancellationToken));
        foreach (var batch in Batches.Of(changes.Where(suspects.Contains)))
            result = result.Add(await SendHalvesAsync(batch, cancellationToken));
        return result;
    }

    /// <summary>What to send next of a new plan, and what was refused alone and would be again.</summary>
    public (ImmutableArray<NameChange> Pending, ImmutableArray<FailedChange> Hopeless) Again(ImmutableArray<NameChange> planned)
    {
        suspects = suspects.Union(Refused.Select(failure => failure.Change));
        return ([.. planned.Where(change => !alone.Contains(change))], [.. Refused.Where(failure => alone.Contains(failure.Change) && planned.Contains(failure.Change))]);
    }

    private async Task<RoundResult> SendHalvesAsync(ImmutableArray<NameChange> batch, CancellationToken cancellationToken)
    {
        if (batch.Length is 1) return await SendAsync(batch, cancellationToken);

        var half = batch.Length / 2;
        return (await SendHalfAsync(batch[..half], cancellationToken)).Add(await SendHalfAsync(batch[half..], cancellationToken));
    }

    // The half that is refused is taken apart at once.
    private async Task<RoundResult> SendHalfAsync(ImmutableArray<NameChange> half, CancellationToken cancellationToken)
    {
        var before = Refused;
        var result = await SendAsync(half, cancellationToken);
        if (Refused.Length == before.Length || half.Length is 1) return result;

        Refused = before;
        return await SendHalvesAsync(half, cancellationToken);
    }

    private async Task<RoundResult> SendAsync(ImmutableArray<NameChange> batch, CancellationToken cancellationToken)
    {
        try
        {
            return new(batch, [await zones.ChangeAsync(zoneId, batch, cancellationToken)], []);
        }
        catch (DnsException error) when (error.IsRefusal)
        {
            Refused = Refused.AddRange(batch.Select(change => new FailedChange(change, error.Message)));
            if (batch is [var only]) alone = alone.Add(only);
            return RoundResult.Empty;
        }
        catch (DnsException error)
        {
            return new([], [], [.. batch.Select(change => new FailedChange(change, error.Message))]);
        }
    }
}

/// <summary>What became of the changes that were sent and not refused.</summary>
internal sealed record RoundResult(ImmutableArray<NameChange> Applied, ImmutableArray<string> ChangeIds, ImmutableArray<FailedChange> Failed)
{
    public static RoundResult Empty { get; } = new([], [], []);

    public RoundResult Add(RoundResult other) =>
        new(Applied.AddRange(other.Applied), ChangeIds.AddRange(other.ChangeIds), Failed.AddRange(other.Failed));
}
