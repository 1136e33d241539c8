using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Encrypted settings that differ. Which value they have stays unknown, so the same one encrypted anew looks like another.</summary>
internal static class SecretChanges
{
    private const string Prefix = "dockerland:";

    private static readonly (string Key, string Text)[] Consequences =
    [
        ("dockerland:cookieSecret", "sessions end that another cookieSecret signed"),
        ("dockerland:gossipKey", "containers with the former gossipKey and with a new one don't find each other until all have started anew"),
    ];

    /// <summary>Full keys; none where one of the plans says nothing of its secrets.</summary>
    public static ImmutableArray<string> Between(Plan before, Plan after) =>
        before.Secrets is { } old && after.Secrets is { } now
            ? [.. old.Keys.Union(now.Keys).Where(key => old.GetValueOrDefault(key) != now.GetValueOrDefault(key)).Order(StringComparer.Ordinal)]
            : [];

    public static IEnumerable<string> Facts(PlanDiff diff)
    {
        var (old, now) = (diff.Before.Secrets, diff.After.Secrets);
        var kinds = diff.Secrets.ToLookup(key => (Was: old!.ContainsKey(key), Is: now!.ContainsKey(key)));
        if (kinds[(true, true)].ToArray() is { Length: > 0 } changed)
            yield return $"{Names(changed)} may have changed: encrypted otherwise, which the same value is too when it is set again";
        if (kinds[(false, true)].ToArray() is { Length: > 0 } set)
            yield return $"{Names(set)} {(set.Length == 1 ? "is" : "are")} set now";
        if (kinds[(true, false)].ToArray() is { Length: > 0 } unset)
            yield return $"{Names(unset)} {(unset.Length == 1 ? "is" : "are")} no longer set";
        if (!diff.Secrets.IsEmpty)
            yield return "containers that run keep what they have; another value is read at their next start";
        foreach (var (key, text) in Consequences.Where(consequence => kinds[(true, true)].Contains(consequence.Key)))
            yield return text;
    }

    private static string Names(string[] keys) => Wording.List([.. keys.Select(key => key.StartsWith(Prefix, StringComparison.Ordinal) ? key[Prefix.Length..] : key)]);
}
