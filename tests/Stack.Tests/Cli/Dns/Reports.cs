using System.Collections.Immutable;
using Dockerland.Cli.Dns;
using Dockerland.Dns;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.Tests.Stack.Cli.Dns;

/// <summary>A fleet of three, of which one goes and one is ill, and what was planned for it.</summary>
internal static class Reports
{
    public const string Stack = "dockerland-dev";
    public const string Group = "dockerland-dev--web_1";

    private static readonly DnsTarget Target = new(Stack, "staging", "eu-central-1", null);

    public static GroupState Web { get; } = new(
        Group,
        ImmutableSortedDictionary<string, string>.Empty.Add("DomainMeta", "Z1:www.example.com;Z2:nodes.web.example.com").Add("DomainMeta.2.address", "private"),
        [
            new("i-1", "InService", "Healthy", new("running", "54.0.0.1", "10.0.0.1", null)),
            new("i-2", "InService", "Unhealthy", new("running", "54.0.0.2", "10.0.0.2", null)),
            new("i-3", "Terminating:Wait", "Healthy", new("shutting-down", null, "10.0.0.3", null)),
        ])
    { Wanted = 2 };

    public static GroupState Db { get; } = Web with { Name = "dockerland-dev--db_1", Instances = [], Tags = Web.Tags.SetItem("DomainMeta", "Z1:db.example.com").Remove("DomainMeta.2.address") };

    public static RecordSet A(string name, params string[] values) => new(name, RecordTypes.A) { Ttl = 10, Values = [.. values] };

    public static NameChange Change(string name, RecordSet? before, RecordSet? after) => new(name, [new(before, after)]);

    /// <summary>A plan of the stack's groups, of which some were looked at.</summary>
    public static PassPlan Plan(ImmutableArray<NameChange> changes, ImmutableArray<Skipped>? skipped = null, GroupState[]? read = null, params string[] failures)
    {
        ImmutableArray<GroupEntries> entries = [.. (read ?? [Web]).Select(GroupEntries.Read)];
        var options = new PlanOptions { Stack = Stack, Scope = PlanScope.OfGroups() };
        return new([Web, .. read?.Length is 1 ? new[] { Db } : []], DesiredState.Make(entries, Stack, ["Z1", "Z2"]), entries, [new(new("Z1", changes, skipped ?? []), [], options), new(new("Z2", [], []), [], options)], [.. failures]) { Unknown = [] };
    }

    public static DnsReport Planned(ImmutableArray<NameChange> changes, ImmutableArray<Skipped>? skipped = null, params string[] failures) => DnsReport.Of(Target, Plan(changes, skipped, null, failures));

    public static DnsReport Of(PassPlan plan) => DnsReport.Of(Target, plan);

    public static DnsReport Done(PassPlan plan, params DnsResult[] results) => DnsReport.Of(Target, new PassResult(plan, [.. results], [.. results.SelectMany(result => result.Failed).Select(failure => $"{failure.Change.Name}: {failure.Message}")]));
}
