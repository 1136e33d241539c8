using System.Collections.Immutable;
using System.IO.Enumeration;
using Dockerland.Dns;
using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

/// <summary>Says of changes of records what IAM would: by the three keys of <c>route53:ChangeResourceRecordSets</c>, over whole batches.</summary>
internal static class BatchPermission
{
    private const string Prefix = "route53:ChangeResourceRecordSets";

    public static bool Allows(this IEnumerable<Statement> statements, string zoneArn, ImmutableArray<NameChange> batch) => statements.Any(statement =>
        statement.Actions.Contains(Prefix) && statement.Resources.Contains(zoneArn) && statement.Conditions.All(condition => Holds(condition, batch)));

    private static bool Holds(Condition condition, ImmutableArray<NameChange> batch)
    {
        var values = Values(condition.Key, [.. batch.SelectMany(change => change.Records)]);
        return condition.Test switch
        {
            "ForAllValues:StringEquals" => values.All(value => condition.Values.Contains(value)),
            "ForAllValues:StringLike" => values.All(value => condition.Values.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, value, ignoreCase: false))),
            "Null" => values.Length > 0,
            var test => throw new InvalidOperationException($"'{test}' isn't evaluated."),
        };
    }

    private static string[] Values(string key, RecordChange[] records) => key switch
    {
        $"{Prefix}NormalizedRecordNames" => [.. records.Select(record => record.Set.Name)],
        $"{Prefix}RecordTypes" => [.. records.Select(record => record.Set.Type)],
        $"{Prefix}Actions" => [.. records.SelectMany(record => new[] { record.Before is null ? null : "DELETE", record.After is null ? null : "CREATE" }).OfType<string>()],
        _ => throw new InvalidOperationException($"'{key}' is none of Route53's keys."),
    };
}
