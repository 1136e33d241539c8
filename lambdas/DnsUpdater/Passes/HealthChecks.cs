using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Amazon.Route53;
using Amazon.Route53.Model;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;

namespace Dockerland.DnsUpdater.Passes;

/// <summary>Route53's health checks of single hosts. They have no names; what tells them apart is the caller's reference.</summary>
internal sealed class HealthChecks(IAmazonRoute53 route53, string stack)
{
    /// <summary>Stands for a check that a plan would make.</summary>
    public const string New = "new";

    // Three failures 30 seconds apart, which Route53 has as defaults.
    private const int Interval = 30;
    private const int Failures = 3;

    // A pass has other things to do.
    private const int MostOrphans = 20;

    // Reference → id; what the last list had.
    private Dictionary<string, string> _known = [];

    /// <summary>The hosts' sets with the ids of their checks. Nobody is asked when none has any.</summary>
    /// <param name="mayCreate">Whether checks that aren't there are made.</param>
    public async Task<ImmutableArray<DesiredSet>> ResolveAsync(ImmutableArray<DesiredHost> hosts, bool mayCreate, CancellationToken cancellationToken)
    {
        if (hosts.All(host => host.Check is null)) return [.. hosts.Select(host => host.Set)];

        _known = await ListAsync(cancellationToken);
        var sets = ImmutableArray.CreateBuilder<DesiredSet>();
        foreach (var host in hosts)
        {
            if (host.Check is not { } check)
            {
                sets.Add(host.Set);
                continue;
            }

            var reference = Reference(host, check);
            if (!_known.TryGetValue(reference, out var id)) _known[reference] = id = mayCreate ? await CreateAsync(host, check, reference, cancellationToken) : New;
            sets.Add(host.Set with { HealthCheckId = id });
        }

        return sets.ToImmutable();
    }

    /// <summary>Checks of the stack that are left over, so many as go at once; none when none was listed.</summary>
    /// <param name="used">Ids of those that sets have.</param>
    /// <param name="instances">Those that are there: their sets may be about to come.</param>
    public ImmutableArray<string> Orphans(IReadOnlySet<string> used, IEnumerable<string> instances)
    {
        var present = instances.Select(instance => $"{Prefix}{instance}-").ToArray();
        return [.. _known.Where(check => check.Key.StartsWith(Prefix, StringComparison.Ordinal) && !used.Contains(check.Value) && !present.Any(start => check.Key.StartsWith(start, StringComparison.Ordinal)))
            .Select(check => check.Value).Order(StringComparer.Ordinal).Take(MostOrphans)];
    }

    /// <summary>The checks of sets that are gone or have another.</summary>
    public static IEnumerable<string> Unused(IEnumerable<RecordChange> changes)
    {
        var all = changes.ToArray();
        return all.Select(change => change.Before?.HealthCheckId).OfType<string>().Except(all.Select(change => change.After?.HealthCheckId).OfType<string>());
    }

    /// <returns>What went wrong, a sentence for each.</returns>
    public async Task<ImmutableArray<string>> DeleteAsync(IEnumerable<string> ids, CancellationToken cancellationToken)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var id in ids)
        {
            try
            {
                await Access.CallAsync("route53:DeleteHealthCheck", () => route53.DeleteHealthCheckAsync(new() { HealthCheckId = id }, cancellationToken), id);
            }
            catch (UpdaterException error)
            {
                // One that isn't there: somebody else was faster.
                if (error.InnerException is not NoSuchHealthCheckException) problems.Add($"Health check {id} is left over: {error.Message}");
            }
        }

        return problems.ToImmutable();
    }

    private async Task<Dictionary<string, string>> ListAsync(CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var request = new ListHealthChecksRequest();
        do
        {
            var page = await Access.CallAsync("route53:ListHealthChecks", () => route53.ListHealthChecksAsync(request, cancellationToken));
            foreach (var check in page.HealthChecks ?? []) known[check.CallerReference] = check.Id;
            request.Marker = page.IsTruncated is true ? page.NextMarker : null;
        }
        while (request.Marker is not null);

        return known;
    }

    private async Task<string> CreateAsync(DesiredHost host, HostCheck check, string reference, CancellationToken cancellationToken)
    {
        var response = await Access.CallAsync("route53:CreateHealthCheck", () => route53.CreateHealthCheckAsync(new()
        {
            CallerReference = reference,
            HealthCheckConfig = new()
            {
                Type = HealthCheckType.FindValue(check.Protocol.ToUpperInvariant()),
                IPAddress = host.Set.Values[0],
                Port = check.Port,
                ResourcePath = check.Path is "" ? null : check.Path,
                RequestInterval = Interval,
                FailureThreshold = Failures,
            },
        }, cancellationToken));
        return response.HealthCheck.Id;
    }

    private string Prefix => $"dockerland-{Hash(stack)}-";

    // Another address, another check: an instance that was stopped has a new one.
    private string Reference(DesiredHost host, HostCheck check) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{host.Instance}-{Hash($"{check} {host.Set.Values[0]}")}");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
}
