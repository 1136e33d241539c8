using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What the provider is told otherwise, and what that means for all resources at once.</summary>
internal static class ProviderChanges
{
    // What is no change of the place, such as a session's name, is in other settings of a role.
    private static readonly string[] Places = [ProviderSettings.Region, ProviderSettings.Profile, ProviderSettings.AssumeRoles];

    /// <summary>None where one of the plans says nothing of its provider.</summary>
    public static ImmutableArray<PropertyChange> Between(Plan before, Plan after) =>
        before.Provider is { } old && after.Provider is { } now ? PropertyDiff.Between(old, now) : [];

    /// <summary>The keys that put everything elsewhere: into another region, or maybe another account.</summary>
    public static IEnumerable<string> Moves(PlanDiff diff) => Places.Where(key => diff.Provider.Any(change => change.Input == key)
        && (key is not ProviderSettings.AssumeRoles || Roles(diff.Before) != Roles(diff.After)));

    public static IEnumerable<string> Warnings(PlanDiff diff) => Moves(diff).Select(key => key is ProviderSettings.Region
        ? $"{Turn(diff, key)}: every resource is made anew in {Value(diff.After, key)}, and what is in {Value(diff.Before, key)} is left behind or lost. Deploy another stack instead"
        : $"{Turn(diff, key)}: if that is another account, every resource is made anew in it, and what is in the former one is left behind or lost. Deploy another stack instead");

    /// <summary>The same in a few words.</summary>
    public static IEnumerable<string> Summary(PlanDiff diff)
    {
        string[] moves = [.. Moves(diff)];
        if (moves.Contains(ProviderSettings.Region))
            yield return "everything made anew in another region";
        else if (moves.Length > 0)
            yield return "everything made anew if that is another account";
        if (Facts(diff).Any())
            yield return "all tags changed";
        if (moves.Length == 0 && !Facts(diff).Any() && diff.Provider.Length > 0)
            yield return "other settings of the provider";
    }

    public static IEnumerable<string> Facts(PlanDiff diff)
    {
        if (diff.Provider.Any(change => change.Input is ProviderSettings.DefaultTags))
            yield return $"the tags of all resources change ({ProviderSettings.DefaultTags})";
    }

    private static string Turn(PlanDiff diff, string key) => $"{key} is {Value(diff.After, key)} instead of {Value(diff.Before, key)}";

    private static string Value(Plan plan, string key) => key is ProviderSettings.AssumeRoles ? Roles(plan) : plan.Provider!.GetValueOrDefault(key)?.ToString() ?? "none";

    private static string Roles(Plan plan) => plan.Provider!.GetValueOrDefault(ProviderSettings.AssumeRoles) switch
    {
        null => "none",
        JsonArray roles => string.Join(", ", roles.Select(role => (role as JsonObject)?["roleArn"]?.ToString() ?? "a role without an ARN")),
        var other => other.ToString(),
    };
}
