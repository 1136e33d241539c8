using System.Globalization;
using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Moq;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Route53 with one zone, in memory: it takes and refuses what the real one does, all changes of a batch or none.</summary>
internal sealed class MemoryRoute53
{
    private readonly Lock gate = new();
    private List<ResourceRecordSet> sets;
    private int pollsUntilInSync;

    public MemoryRoute53(params ResourceRecordSet[] sets)
    {
        this.sets =
        [
            Set("example.com", "SOA", 900, "ns-1.example.net. admin.example.net. 1 7200 900 1209600 86400"),
            Set("example.com", "NS", 172800, "ns-1.example.net."),
            .. sets,
        ];
        var mock = new Mock<IAmazonRoute53>(MockBehavior.Strict);
        mock.Setup(client => client.ListResourceRecordSetsAsync(It.IsAny<ListResourceRecordSetsRequest>(), It.IsAny<CancellationToken>())).Returns(ListAsync);
        mock.Setup(client => client.ChangeResourceRecordSetsAsync(It.IsAny<ChangeResourceRecordSetsRequest>(), It.IsAny<CancellationToken>())).Returns(ChangeAsync);
        mock.Setup(client => client.GetChangeAsync(It.IsAny<GetChangeRequest>(), It.IsAny<CancellationToken>())).Returns(GetChangeAsync);
        mock.Setup(client => client.ListHealthChecksAsync(It.IsAny<ListHealthChecksRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => new() { HealthChecks = [.. Checks] });
        mock.Setup(client => client.CreateHealthCheckAsync(It.IsAny<CreateHealthCheckRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((CreateHealthCheckRequest request, CancellationToken _) =>
        {
            Checks.Add(new() { Id = $"check-{Checks.Count}", CallerReference = request.CallerReference, HealthCheckConfig = request.HealthCheckConfig });
            return new() { HealthCheck = Checks[^1] };
        });
        mock.Setup(client => client.DeleteHealthCheckAsync(It.IsAny<DeleteHealthCheckRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((DeleteHealthCheckRequest request, CancellationToken _) =>
        {
            if (Checks.RemoveAll(check => check.Id == request.HealthCheckId) is 0) throw new NoSuchHealthCheckException($"No health check exists with the specified ID: {request.HealthCheckId}");
            return new();
        });
        Client = mock.Object;
    }

    public IAmazonRoute53 Client { get; }

    /// <summary>Its health checks.</summary>
    public List<HealthCheck> Checks { get; } = [];

    /// <summary>Called before each call; what it throws is the answer.</summary>
    public Func<AmazonWebServiceRequest, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after a change was made; what it throws is the answer, as if it got lost on its way.</summary>
    public Action<AmazonWebServiceRequest> After { get; set; } = _ => { };

    /// <summary>All calls that were let through, in their order.</summary>
    public List<AmazonWebServiceRequest> Calls { get; } = [];

    /// <summary>How many batches were refused.</summary>
    public int Refused { get; private set; }

    public IEnumerable<ChangeResourceRecordSetsRequest> Changes => Calls.OfType<ChangeResourceRecordSetsRequest>();

    /// <summary>The sets without those of the zone itself, one line each.</summary>
    public string[] Lines
    {
        get { lock (gate) return [.. sets.Where(set => set.Type != RRType.SOA && set.Type != RRType.NS).Select(RecordRules.Line).Order(StringComparer.Ordinal)]; }
    }

    /// <summary>Lets changes take so many polls to be in sync.</summary>
    public void BeSlow(int polls) => pollsUntilInSync = polls;

    /// <summary>What somebody does by hand; no rule is looked at.</summary>
    public void Put(params ResourceRecordSet[] added)
    {
        lock (gate) sets.AddRange(added);
    }

    public static ResourceRecordSet Set(string name, string type, long ttl, params string[] values) => new()
    {
        Name = $"{name}.",
        Type = RRType.FindValue(type),
        TTL = ttl,
        ResourceRecords = [.. values.Select(value => new ResourceRecord { Value = value })],
    };

    private async Task<ListResourceRecordSetsResponse> ListAsync(ListResourceRecordSetsRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        lock (gate)
        {
            Calls.Add(request);
            var size = int.Parse(request.MaxItems ?? "300", CultureInfo.InvariantCulture);
            var start = request.StartRecordName is null ? "" : RecordRules.Key(request.StartRecordName, request.StartRecordType?.Value ?? "", request.StartRecordIdentifier);
            var rest = sets.OrderBy(RecordRules.Key, StringComparer.Ordinal).SkipWhile(set => string.CompareOrdinal(RecordRules.Key(set), start) < 0).ToArray();
            var next = rest.Length > size ? rest[size] : null;
            return new()
            {
                ResourceRecordSets = [.. rest.Take(size)],
                IsTruncated = next is not null,
                NextRecordName = next?.Name,
                NextRecordType = next?.Type,
                NextRecordIdentifier = next?.SetIdentifier,
            };
        }
    }

    private async Task<ChangeResourceRecordSetsResponse> ChangeAsync(ChangeResourceRecordSetsRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        lock (gate)
        {
            Calls.Add(request);
            var (after, problem) = RecordRules.Apply(sets, request.ChangeBatch.Changes);
            if (problem is not null)
            {
                Refused++;
                throw new InvalidChangeBatchException($"[{problem}]", ErrorType.Sender, "InvalidChangeBatch", "1", HttpStatusCode.BadRequest);
            }

            sets = after;
        }

        After(request);
        return new() { ChangeInfo = new() { Id = $"/change/C{Calls.Count}", Status = ChangeStatus.PENDING } };
    }

    private async Task<GetChangeResponse> GetChangeAsync(GetChangeRequest request, CancellationToken cancellationToken)
    {
        await Before(request);
        lock (gate)
        {
            Calls.Add(request);
            return new() { ChangeInfo = new() { Id = request.Id, Status = pollsUntilInSync-- > 0 ? ChangeStatus.PENDING : ChangeStatus.INSYNC } };
        }
    }
}
