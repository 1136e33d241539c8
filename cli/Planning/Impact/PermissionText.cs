using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Permissions that change, for people: what only has other conditions is one change, told by what differs in them.</summary>
internal static class PermissionText
{
    private const string Step = "  ";

    // All that a service has would hide the rest.
    private const int ShownActions = 10;

    // The account's own resources are told apart by what follows.
    private const string OwnArn = "arn:<getPartition.partition>:";
    private const string OwnAccount = "<getCallerIdentity.accountId>:";

    public static IEnumerable<string> Lines(IEnumerable<PermissionChange> changes) =>
        changes.GroupBy(change => change.Who).SelectMany(who => Lines(who.Key, [.. who]));

    private static IEnumerable<string> Lines(string who, ImmutableArray<PermissionChange> changes)
    {
        var (heirs, former) = Pair(changes);
        yield return who;
        foreach (var change in changes)
        {
            var other = change.Gained ? former.GetValueOrDefault(change) : heirs.GetValueOrDefault(change);
            string[] both = [.. change.Actions.Intersect(other?.Actions ?? [])];
            if (change.Actions.Except(both).ToArray() is { Length: > 0 } actions)
            {
                yield return $"{Step}{(change.Gained ? '+' : '-')} {Names(actions)} on {Short(change.Resource, changes)}";
                foreach (var line in change.Conditions.Lines)
                    yield return $"{Step}{Step}  if {line}";
            }
            if (!change.Gained || other is null) continue;
            yield return $"{Step}~ {Names(both)} on {Short(change.Resource, changes)}, {Turn(other.Conditions, change.Conditions)}";
            foreach (var line in Conditions.Between(other.Conditions, change.Conditions))
                yield return $"{Step}{Step}{line}";
        }
    }

    // What somebody may no longer, and may under conditions that differ the least: each stands for one other at most.
    private static (Dictionary<PermissionChange, PermissionChange> Heirs, Dictionary<PermissionChange, PermissionChange> Former) Pair(ImmutableArray<PermissionChange> changes)
    {
        var heirs = new Dictionary<PermissionChange, PermissionChange>(ReferenceEqualityComparer.Instance);
        var former = new Dictionary<PermissionChange, PermissionChange>(ReferenceEqualityComparer.Instance);
        foreach (var gained in changes.Where(change => change.Gained))
        {
            var nearest = changes
                .Where(change => !change.Gained && change.Resource == gained.Resource && !heirs.ContainsKey(change) && change.Actions.Intersect(gained.Actions).Any())
                .MinBy(change => Conditions.Distance(change.Conditions, gained.Conditions));
            if (nearest is null) continue;
            heirs[nearest] = gained;
            former[gained] = nearest;
        }
        return (heirs, former);
    }

    private static string Turn(Conditions before, Conditions after) => (before.Terms.IsEmpty, after.Terms.IsEmpty) switch
    {
        (true, _) => "now under conditions",
        (_, true) => "now without conditions",
        _ => "under other conditions",
    };

    private static string Names(string[] actions) =>
        actions.Length <= ShownActions ? string.Join(", ", actions) : $"{string.Join(", ", actions.Take(ShownActions))} and {actions.Length - ShownActions} more (see details)";

    // Without what all of them share, but with service and region where nothing else tells two apart.
    private static string Short(string resource, ImmutableArray<PermissionChange> changes) =>
        changes.Any(change => change.Resource != resource && Tail(change.Resource) == Tail(resource)) ? Middle(resource) : Tail(resource);

    private static string Middle(string resource) => Account(resource) is > 0 and var at ? resource[OwnArn.Length..at] + Tail(resource) : resource;

    private static string Tail(string resource) => Account(resource) is > 0 and var at ? resource[(at + OwnAccount.Length)..] : resource;

    private static int Account(string resource) => resource.StartsWith(OwnArn, StringComparison.Ordinal) ? resource.IndexOf(OwnAccount, StringComparison.Ordinal) : -1;
}
