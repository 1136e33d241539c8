using System.Collections.Immutable;
using System.Text;
using Dockerland.Cli.Planning;
using Dockerland.Contracts;
using Dockerland.Dns;

namespace Dockerland.Cli.Dns;

/// <summary>A report for people.</summary>
internal static class DnsText
{
    private static readonly string[] Columns = ["instance", "lifecycle", "health", "machine", "address", ""];

    public static string Render(DnsReport report)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(report)) text.Append(ScalarText.Escape(line).TrimEnd()).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Lines(DnsReport report) =>
    [
        $"{report.Target.Stack}, environment {report.Target.Environment}, {report.Target.Region}",
        .. report.Groups.SelectMany(Group),
        .. Section(report.IsApplied ? "Changed" : "Changes", report.Changes.Select(Change)),
        .. Section("Left as they are", report.Skipped.Select(Left)),
        .. Section("Made right by somebody else meanwhile", report.Overtaken),
        "",
        Summary(report),
    ];

    private static IEnumerable<string> Group(GroupReport group) =>
    [
        "",
        $"Group {group.Name}, which is to have {Count(group.Wanted, "host")}",
        .. group.Views.IsEmpty ? ["  wants no records, or its tag can't be read"] : group.Views.SelectMany(View),
    ];

    private static IEnumerable<string> View(GroupView view)
    {
        string[][] rows = [Columns, .. view.Instances.Select(Cells)];
        var widths = Columns.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        return
        [
            .. view.Entries.Select(entry => $"  {entry.Name} in {entry.ZoneId}: {DomainMetaTags.AddressText(entry.Address)} addresses, {entry.Ttl} s{Options(entry)}"),
            .. view.Instances.IsEmpty ? ["    no instances"] : rows.Select(row => "    " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))),
        ];
    }

    private static string Options(DomainMeta entry) =>
        (entry.IsMultivalue ? ", a set for each" : "")
        + (entry.Check is { } check ? $", checked by {check}" : "")
        + (entry.Host is { } host ? $", and {host}" : "")
        + (entry.Policy is PlanPolicy.Sync ? "" : $", {DomainMetaTags.Policies[(int)entry.Policy]}");

    private static string[] Cells(InstanceReport report) =>
    [
        report.Instance.Id,
        report.Instance.Lifecycle,
        report.Instance.Health,
        report.Instance.Machine?.State ?? "-",
        report.Address ?? "-",
        report.Verdict.IsKept ? "kept" : $"left out: it {report.Verdict.Detail}",
    ];

    private static IEnumerable<string> Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all is [] ? [] : ["", title, .. all.Select(line => $"  {line}")];
    }

    private static string Change(ZoneChange change) => change.Record switch
    {
        { Before: null, After: { } after } => $"+ create {Named(after)}: {Data(after)}",
        { Before: { } before, After: null } => $"- delete {Named(before)}: {Data(before)}",
        { Before: { } before, After: { } after } => $"~ update {Named(after)}: {Data(before)} → {Data(after)}",
        _ => "",
    };

    private static string Named(RecordSet set) => $"{set.Type} {set.Name}{(set.SetIdentifier is null ? "" : $" [{set.SetIdentifier}]")}";

    private static string Data(RecordSet set) =>
        $"{(set.IsAlias ? "an alias" : string.Join(", ", set.Values))} ({set.Ttl} s{(set.HealthCheckId is null ? "" : $", check {set.HealthCheckId}")})";

    private static string Left(Skipped skipped) =>
        $"{skipped.Name}: {Reason(skipped.Reason)}. {(skipped.Reason is SkipReason.Foreign ? $"{skipped.Detail.TrimEnd('.')}: --adopt {skipped.Name}" : skipped.Detail)}";

    private static string Reason(SkipReason reason) => reason switch
    {
        SkipReason.Kept => "kept",
        SkipReason.Policy => "the policy forbids it",
        SkipReason.Foreign => "foreign",
        SkipReason.Conflict => "conflict",
        _ => "impossible",
    };

    private static string Summary(DnsReport report)
    {
        var changes = report.Changes.IsEmpty
            ? report.IsApplied ? "Nothing was changed" : "Nothing is to be changed"
            : $"{Count(report.Changes.Length, "change")} {(report.IsApplied ? "made" : "to make")} ({Kinds(report.Changes)})";
        string[] rest = [report.Skipped.IsEmpty ? "" : $", {Count(report.Skipped.Length, "record")} left as {(report.Skipped.Length is 1 ? "it is" : "they are")}", report.Problems.IsEmpty ? "" : $", {Count(report.Problems.Length, "problem")}"];
        return $"{changes}: {Count(report.Hosts, "host")} of {Count(report.Groups.Length, "group")}, {Count(report.Zones.Length, "zone")}{string.Concat(rest)}.";
    }

    private static string Kinds(ImmutableArray<ZoneChange> changes)
    {
        (string Kind, int Count)[] kinds =
        [
            ("created", changes.Count(change => change.Record.Before is null)),
            ("updated", changes.Count(change => change.Record is { Before: not null, After: not null })),
            ("deleted", changes.Count(change => change.Record.After is null)),
        ];
        return string.Join(", ", kinds.Where(kind => kind.Count > 0).Select(kind => $"{kind.Count} {kind.Kind}"));
    }

    public static string Count(int count, string what) => $"{count} {what}{(count is 1 ? "" : "s")}";
}
