using System.Text.Json;
using System.Text.Json.Serialization;
using Dockerland.Cli.Planning;
using Dockerland.Contracts;
using Dockerland.Dns;

namespace Dockerland.Cli.Dns;

/// <summary>A report for programs: keys only ever get added.</summary>
internal static class DnsJson
{
    private static readonly JsonSerializerOptions Options = new(PlanJson.Relaxed)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string Render(DnsReport report) => JsonSerializer.Serialize(
        new
        {
            stack = report.Target.Stack,
            environment = report.Target.Environment,
            region = report.Target.Region,
            zones = report.Zones,
            groups = report.Groups.Select(group => new { name = group.Name, wanted = group.Wanted, records = group.Views.SelectMany(view => view.Entries.Select(entry => Record(entry, view))) }),
            applied = report.IsApplied,
            changes = report.Changes.Select(Change),
            skipped = report.Skipped.Select(skipped => new { name = skipped.Name, type = skipped.Type, setIdentifier = skipped.SetIdentifier, reason = skipped.Reason, detail = skipped.Detail }),
            overtaken = report.Overtaken,
            problems = report.Problems,
        },
        Options) + "\n";

    private static object Record(DomainMeta entry, GroupView view) => new
    {
        zone = entry.ZoneId,
        name = entry.Name,
        address = DomainMetaTags.AddressText(entry.Address),
        ttl = entry.Ttl,
        policy = DomainMetaTags.Policies[(int)entry.Policy],
        instances = view.Instances.Select(one => new
        {
            id = one.Instance.Id,
            lifecycle = one.Instance.Lifecycle,
            health = one.Instance.Health,
            machine = one.Instance.Machine?.State,
            address = one.Address,
            kept = one.Verdict.IsKept,
            reason = one.Verdict.Reason,
            detail = one.Verdict.Detail,
        }),
    };

    private static object Change(ZoneChange change) => new
    {
        zone = change.ZoneId,
        action = change.Record switch { { Before: null } => "create", { After: null } => "delete", _ => "update" },
        name = change.Record.Set.Name,
        type = change.Record.Set.Type,
        setIdentifier = change.Record.Set.SetIdentifier,
        before = Data(change.Record.Before),
        after = Data(change.Record.After),
    };

    private static object? Data(RecordSet? set) => set is null ? null : new { ttl = set.Ttl, values = set.Values, healthCheck = set.HealthCheckId };
}
