using System.Collections.Immutable;
using System.Globalization;
using Amazon.Route53;
using Amazon.Route53.Model;

namespace Dockerland.Dns;

/// <summary>Zones as Route53 has them. A failure is a <see cref="DnsException"/>.</summary>
/// <param name="client">Without retries of its own (<c>MaxErrorRetry = 0</c>): it knows no deadline.</param>
public sealed class Route53Zones(IAmazonRoute53 client, DnsTiming timing)
{
    /// <summary>
    /// Up to that many names are asked for one by one when a zone has more than a page. One costs two calls, for the record and its
    /// ownership, and so do 600 records of a list, of which a zone has 10,000 at most.
    /// </summary>
    public const int FewNames = 5;

    private const int PageSize = 300;

    private readonly Tries tries = new(timing);

    /// <summary>Reads the whole zone, or, if that is cheaper, these names with their ownership.</summary>
    /// <param name="names">All that matters; null for the whole zone, which who looks for records of those that are gone needs.</param>
    public async Task<ZoneState> ReadAsync(string zoneId, IReadOnlyCollection<string>? names, CancellationToken cancellationToken)
    {
        // The first page says whether the zone is a small one, which costs as little as a single name.
        var sets = new List<ResourceRecordSet>();
        var next = await PageAsync(zoneId, new(), sets, cancellationToken);
        if (next is not null && names?.Count <= FewNames) return await ReadNamesAsync(zoneId, names, cancellationToken);
        while (next is not null) next = await PageAsync(zoneId, next, sets, cancellationToken);

        ImmutableArray<RecordSet> read = [.. sets.Select(RecordSets.Read)];
        return new(zoneId, read)
        {
            Name = read.FirstOrDefault(set => set.Type == RRType.SOA.Value)?.Name,
            Names = names?.Select(RecordName.Normalize).ToImmutableHashSet(StringComparer.Ordinal),
        };
    }

    /// <summary>Makes changes that fit into a batch, all or none of them.</summary>
    /// <returns>The change's id.</returns>
    public async Task<string> ChangeAsync(string zoneId, ImmutableArray<NameChange> changes, CancellationToken cancellationToken)
    {
        var records = changes.SelectMany(change => change.Records).ToArray();
        var request = new ChangeResourceRecordSetsRequest
        {
            HostedZoneId = zoneId,
            ChangeBatch = new()
            {
                Changes =
                [
                    .. records.Select(record => record.Before).OfType<RecordSet>().Select(set => new Change { Action = ChangeAction.DELETE, ResourceRecordSet = RecordSets.Write(set) }),
                    .. records.Select(record => record.After).OfType<RecordSet>().Select(set => new Change { Action = ChangeAction.CREATE, ResourceRecordSet = RecordSets.Write(set) }),
                ],
            },
        };
        var response = await tries.RunAsync("ChangeResourceRecordSets", Arn(zoneId), token => client.ChangeResourceRecordSetsAsync(request, token), cancellationToken);
        return response.ChangeInfo.Id;
    }

    /// <summary>Waits until all of Route53's servers answer with the changes; false when they don't by the deadline.</summary>
    public async Task<bool> WaitAsync(IEnumerable<string> changeIds, CancellationToken cancellationToken)
    {
        foreach (var id in changeIds)
        {
            for (var polls = 1; !await IsInSyncAsync(id, cancellationToken); polls++)
            {
                // Mostly it takes seconds; a minute isn't rare.
                var wait = TimeSpan.FromSeconds(Math.Min(polls, 5));
                if (wait >= timing.Left) return false;
                await timing.WaitAsync(wait, cancellationToken);
            }
        }

        return true;
    }

    private async Task<bool> IsInSyncAsync(string id, CancellationToken cancellationToken)
    {
        var arn = $"arn:aws:route53:::change/{id[(id.LastIndexOf('/') + 1)..]}";
        var response = await tries.RunAsync("GetChange", arn, token => client.GetChangeAsync(new() { Id = id }, token), cancellationToken);
        return response.ChangeInfo.Status == ChangeStatus.INSYNC;
    }

    private async Task<ZoneState> ReadNamesAsync(string zoneId, IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        var wanted = names.Select(RecordName.Normalize).ToImmutableHashSet(StringComparer.Ordinal);
        var sets = ImmutableArray.CreateBuilder<RecordSet>();
        foreach (var name in wanted.SelectMany(name => new[] { name, Contracts.Names.Ownership(name) }).Order(StringComparer.Ordinal))
        {
            // A list from a name on begins with its sets.
            var read = new List<ResourceRecordSet>();
            ListResourceRecordSetsRequest? next = new() { StartRecordName = name };
            while (next is not null && RecordName.Normalize(next.StartRecordName) == name) next = await PageAsync(zoneId, next, read, cancellationToken);
            sets.AddRange(read.Select(RecordSets.Read).TakeWhile(set => set.Name == name));
        }

        return new(zoneId, sets.ToImmutable()) { Names = wanted };
    }

    /// <returns>What to ask for next; null after the last page.</returns>
    private async Task<ListResourceRecordSetsRequest?> PageAsync(string zoneId, ListResourceRecordSetsRequest request, List<ResourceRecordSet> sets, CancellationToken cancellationToken)
    {
        (request.HostedZoneId, request.MaxItems) = (zoneId, PageSize.ToString(CultureInfo.InvariantCulture));
        var page = await tries.RunAsync("ListResourceRecordSets", Arn(zoneId), token => client.ListResourceRecordSetsAsync(request, token), cancellationToken);
        sets.AddRange(page.ResourceRecordSets ?? []);
        return page.IsTruncated is true
            ? new() { StartRecordName = page.NextRecordName, StartRecordType = page.NextRecordType, StartRecordIdentifier = page.NextRecordIdentifier }
            : null;
    }

    private static string Arn(string zoneId) => $"arn:aws:route53:::hostedzone/{zoneId}";
}
