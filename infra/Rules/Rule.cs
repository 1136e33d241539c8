using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Dockerland.Infra.Rules;

/// <summary>Something that no resource of a kind may be, whatever the settings say.</summary>
/// <param name="Name">As messages and exemptions call it.</param>
/// <param name="Types">The types that it judges.</param>
/// <param name="Problem">What is wrong and how to mend it, in words that follow the resource's name; null when nothing is.</param>
internal sealed record Rule(string Name, ImmutableArray<string> Types, Func<ResourceInputs, string?> Problem)
{
    public static ImmutableArray<Rule> All { get; } = [.. HostRules.All, .. OpenDoorRules.All, .. PermissionRules.All, .. StoreRules.All];

    /// <summary>Type → the rules that judge it.</summary>
    public static FrozenDictionary<string, ImmutableArray<Rule>> ByType { get; } = All
        .SelectMany(rule => rule.Types.Select(type => (type, rule)))
        .GroupBy(pair => pair.type, pair => pair.rule)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
}
