using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Under what conditions a permission holds: what is asked of a key, and the values of which one must fit.</summary>
/// <param name="Document">As the policy has it; empty for none.</param>
internal sealed record Conditions(string Document, ImmutableArray<(string Asked, string Value)> Terms)
{
    public static Conditions None { get; } = new("", []);

    // Only what is written counts.
    public bool Equals(Conditions? other) => other is not null && Document == other.Document;

    public override int GetHashCode() => Document.GetHashCode(StringComparison.Ordinal);

    public static Conditions Read(JsonObject? condition) =>
        condition is null ? None : new(condition.ToJsonString(PlanJson.Relaxed), [.. Asked(condition)]);

    public static Conditions Source(string? arn) => arn is null ? None : new($"aws:SourceArn {arn}", [("aws:SourceArn is", arn)]);

    /// <summary>A line for each thing that is asked.</summary>
    public IEnumerable<string> Lines => Terms.GroupBy(term => term.Asked).Select(terms => Line(terms.Key, terms));

    /// <summary>What is asked otherwise: after a sign, what goes and what comes, of each thing that is asked.</summary>
    public static IEnumerable<string> Between(Conditions before, Conditions after)
    {
        var (gone, come) = (before.Terms.Except(after.Terms).ToLookup(term => term.Asked), after.Terms.Except(before.Terms).ToLookup(term => term.Asked));
        foreach (var asked in gone.Concat(come).Select(group => group.Key).Distinct())
        {
            foreach (var (sign, terms) in new[] { ('-', gone[asked]), ('+', come[asked]) }.Where(side => side.Item2.Any()))
                yield return $"{sign} if {Line(asked, terms)}";
        }
    }

    /// <summary>How much they differ: in what they ask, and then in its values.</summary>
    public static (int Asked, int Values) Distance(Conditions one, Conditions other) =>
        (Difference(one.Terms.Select(term => term.Asked), other.Terms.Select(term => term.Asked)), Difference(one.Terms, other.Terms));

    private static int Difference<T>(IEnumerable<T> one, IEnumerable<T> other) => one.Except(other).Count() + other.Except(one).Count();

    private static string Line(string asked, IEnumerable<(string Asked, string Value)> terms) => $"{asked} {string.Join(" or ", terms.Select(term => term.Value))}".TrimEnd();

    private static IEnumerable<(string Asked, string Value)> Asked(JsonObject condition) =>
        from kind in condition
        from key in kind.Value!.AsObject()
        from value in key.Value is JsonArray list ? list.Select(item => item!.ToString()) : [key.Value!.ToString()]
        select Term(kind.Key, key.Key, value);

    private static (string Asked, string Value) Term(string kind, string key, string value)
    {
        var every = kind.StartsWith("ForAllValues:", StringComparison.Ordinal) ? "each " : "";
        var optional = kind.EndsWith("IfExists", StringComparison.Ordinal) ? " (if there is one)" : "";
        var test = kind.Split(':')[^1].Replace("IfExists", "", StringComparison.Ordinal);
        return (test, value) switch
        {
            ("Null", "true") => ($"{key} isn't there", ""),
            ("Null", _) => ($"{key} is there", ""),
            ("StringEquals" or "ArnEquals" or "Bool", _) => ($"{every}{key}{optional} is", value),
            ("StringLike" or "ArnLike", _) => ($"{every}{key}{optional} is like", value),
            ("StringNotEquals" or "ArnNotEquals", _) => ($"{every}{key}{optional} is not", value),
            ("StringNotLike" or "ArnNotLike", _) => ($"{every}{key}{optional} is not like", value),
            _ => ($"{every}{key}{optional} {test}", value),
        };
    }
}
