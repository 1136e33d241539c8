using System.Collections.Immutable;

namespace Dockerland.Infra.Policies;

/// <summary>What a request must be like. All conditions of a statement hold; of the values of one, any.</summary>
public sealed record Condition
{
    private Condition(string test, string key, IEnumerable<string> values)
    {
        Test = test;
        Key = key;
        Values = [.. values.Distinct().Order(StringComparer.Ordinal)];
        if (Values.IsEmpty) throw new ArgumentException($"The condition on '{key}' has no value, so that nothing fulfils it. Name at least one.", nameof(values));
    }

    /// <summary>The operator, such as <c>StringEquals</c>.</summary>
    public string Test { get; }

    public string Key { get; }
    public ImmutableArray<string> Values { get; }

    public static Condition Is(string key, params IEnumerable<string> values) => new("StringEquals", key, values);

    /// <summary>With <c>*</c> and <c>?</c> for any characters and any one.</summary>
    public static Condition IsLike(string key, params IEnumerable<string> values) => new("StringLike", key, values);

    /// <summary>
    /// For a key with many values, each of which must be one of these. A request without the key at all would fulfil it too,
    /// so a second condition asks for the key.
    /// </summary>
    public static IEnumerable<Condition> AllAre(string key, params IEnumerable<string> values) =>
        [new("ForAllValues:StringEquals", key, values), new("Null", key, ["false"])];

    /// <inheritdoc cref="AllAre"/>
    public static IEnumerable<Condition> AllAreLike(string key, params IEnumerable<string> values) =>
        [new("ForAllValues:StringLike", key, values), new("Null", key, ["false"])];

    public static Condition IsArn(string key, params IEnumerable<string> values) => new("ArnEquals", key, values);

    /// <summary>With <c>*</c> and <c>?</c> in any of an ARN's parts.</summary>
    public static Condition IsArnLike(string key, params IEnumerable<string> values) => new("ArnLike", key, values);
}
