using System.Text;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>
/// What AWS answers to the updater's calls for one group. The record is always an old one, so every invocation has to change it.
/// </summary>
internal sealed class DnsAnswers(int instances)
{
    private const string DescribeGroups = "DescribeAutoScalingGroups";
    private const string DescribeInstances = "DescribeInstances";
    private const string ListRecords = "ListResourceRecordSets";
    private const string ChangeRecords = "ChangeResourceRecordSets";

    private readonly byte[] _groups = Encoding.UTF8.GetBytes(DnsTexts.Groups(instances));
    private readonly (string First, byte[] Answer)[] _machines =
        [.. Enumerable.Range(0, instances).Chunk(DnsTexts.IdsOfRequest).Select(chunk => (DnsTexts.Id(chunk[0]), Encoding.UTF8.GetBytes(DnsTexts.Machines(chunk))))];
    private readonly byte[] _records = Encoding.UTF8.GetBytes(DnsTexts.RecordSets);
    private readonly byte[] _change = Encoding.UTF8.GetBytes(DnsTexts.Change);

    public int Instances => instances;

    /// <summary>The calls of one invocation, in their order.</summary>
    public IReadOnlyList<string> Calls => [DescribeGroups, .. _machines.Select(_ => DescribeInstances), ListRecords, ChangeRecords];

    /// <summary>Which call a request is, and its answer.</summary>
    public (string Call, byte[] Body) Answer(BenchRequest request)
    {
        if (request.Target.Contains("/rrset", StringComparison.Ordinal))
            return request.Method is "GET" ? (ListRecords, _records) : (ChangeRecords, Changed(request.Body));
        if (Has(request.Body, $"Action={DescribeGroups}")) return (DescribeGroups, _groups);
        if (Has(request.Body, $"Action={DescribeInstances}")) return (DescribeInstances, _machines.First(page => Has(request.Body, page.First)).Answer);
        throw new CliException($"The bench has no answer to {request.Method} {request.Target} {request.Body}");
    }

    // A program that leaves hosts out isn't faster.
    private byte[] Changed(string body)
    {
        var addresses = body.Split($"<Value>{DnsTexts.AddressPrefix}").Length - 1;
        return addresses == instances ? _change : throw new CliException($"A change has {addresses} of {instances} addresses: {body}");
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
