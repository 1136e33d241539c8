using Dockerland.Contracts;

namespace Dockerland.Infra.Policies;

/// <summary>What of a zone a program may change: names with their ownership records, and what becomes of them.</summary>
internal static class RecordConditions
{
    /// <param name="names"><c>*</c> stands for any characters.</param>
    /// <param name="actions">Of <c>CREATE</c>, <c>DELETE</c> and <c>UPSERT</c>.</param>
    public static IEnumerable<Condition> Of(IEnumerable<string> names, params string[] actions) =>
    [
        .. Condition.AllAreLike("route53:ChangeResourceRecordSetsNormalizedRecordNames", names.SelectMany(WithOwnership)),
        .. Condition.AllAre("route53:ChangeResourceRecordSetsRecordTypes", "A", "AAAA", "TXT"),
        .. Condition.AllAre("route53:ChangeResourceRecordSetsActions", actions),
    ];

    // As Route53 compares them: in small letters.
    private static IEnumerable<string> WithOwnership(string name) => [name.ToLowerInvariant(), Names.Ownership(name.ToLowerInvariant())];
}
