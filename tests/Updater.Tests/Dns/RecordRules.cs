using Amazon.Route53;
using Amazon.Route53.Model;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>What Route53 does with a batch, by its documentation; written apart from the library that is tested with it.</summary>
internal static class RecordRules
{
    /// <summary>The sets after a batch, or why it is refused.</summary>
    public static (List<ResourceRecordSet> After, string? Problem) Apply(IEnumerable<ResourceRecordSet> sets, IReadOnlyCollection<Change> changes)
    {
        List<ResourceRecordSet> after = [.. sets];
        var problem = BatchProblem(changes);
        foreach (var change in changes)
        {
            var set = change.ResourceRecordSet;
            var there = after.FirstOrDefault(other => Key(other) == Key(set));
            problem ??= change.Action.Value switch
            {
                "DELETE" when there is null => $"Tried to delete resource record set [name='{set.Name}', type='{set.Type}'] but it was not found",
                "DELETE" when Line(there) != Line(set) => $"Tried to delete resource record set [name='{set.Name}', type='{set.Type}'] but the values provided do not match the current values",
                "CREATE" when there is not null => $"Tried to create resource record set [name='{set.Name}', type='{set.Type}'] but it already exists",
                _ => SetProblem(set),
            };
            if (there is not null) after.Remove(there);
            if (change.Action != ChangeAction.DELETE) after.Add(set);
        }

        return (after, problem ?? after.GroupBy(set => Name(set.Name)).Select(NameProblem).FirstOrDefault(found => found is not null));
    }

    /// <summary>Sets are listed in this order: by their names' labels from the last to the first.</summary>
    public static string Key(ResourceRecordSet set) => Key(set.Name, set.Type.Value, set.SetIdentifier);

    /// <inheritdoc cref="Key(ResourceRecordSet)"/>
    public static string Key(string name, string type, string? identifier) =>
        $"{string.Join('.', Name(name).Split('.').Reverse())}.\u0001{type}\u0001{identifier}";

    public static string Line(ResourceRecordSet set) =>
        $"{set.Type} {Name(set.Name)} [{set.SetIdentifier}] {set.Weight} {set.MultiValueAnswer} {set.HealthCheckId} {set.TTL}: {string.Join(", ", (set.ResourceRecords ?? []).Select(record => record.Value).Order(StringComparer.Ordinal))}{set.AliasTarget?.DNSName}";

    public static string Name(string name) => name.ToLowerInvariant().Replace("\\052", "*", StringComparison.Ordinal).TrimEnd('.');

    private static string? BatchProblem(IReadOnlyCollection<Change> changes)
    {
        var counted = changes.SelectMany(change => (change.ResourceRecordSet.ResourceRecords ?? []).SelectMany(record => Enumerable.Repeat(record.Value.Length, change.Action == ChangeAction.UPSERT ? 2 : 1))).ToArray();
        if (changes.Count is 0) return "The batch is empty";
        if (counted.Length > 1000) return "Number of records limit of 1000 exceeded.";
        return counted.Sum() > 32_000 ? "Number of characters limit of 32000 exceeded." : null;
    }

    private static string? SetProblem(ResourceRecordSet set)
    {
        if (set.AliasTarget is null && set.ResourceRecords is not { Count: > 0 }) return $"{Line(set)} has no values";
        if (set.ResourceRecords?.Count > 400) return $"{Line(set)} has more than 400 values";
        if (set.ResourceRecords?.Select(record => record.Value).Distinct().Count() < set.ResourceRecords?.Count) return $"{Line(set)}: duplicate value";
        if (set.ResourceRecords?.Any(record => record.Value.Length > 4000) is true) return $"{Line(set)}: a value has more than 4000 characters";
        if (set.MultiValueAnswer is true != set.SetIdentifier is not null && set.Weight is null) return $"{Line(set)}: a set identifier goes with a routing policy";
        if (set.HealthCheckId is not null && set.SetIdentifier is null) return $"{Line(set)}: a simple set has no health check";
        if (set.Type == RRType.CNAME && (set.ResourceRecords?.Count > 1 || set.MultiValueAnswer is true)) return $"{Line(set)}: a CNAME has one value";
        var name = Name(set.Name);
        return name.EndsWith(".example.com", StringComparison.Ordinal) || name is "example.com" ? null : $"RRSet with DNS name {set.Name} is not permitted in zone example.com.";
    }

    private static string? NameProblem(IGrouping<string, ResourceRecordSet> name)
    {
        if (name.Any(set => set.Type == RRType.CNAME) && name.Any(set => set.Type != RRType.CNAME))
            return $"RRSet of type CNAME with DNS name {name.Key}. is not permitted because a conflicting RRSet already exists";
        foreach (var type in name.GroupBy(set => set.Type.Value))
        {
            if (type.Count() > 100) return $"{name.Key} has more than 100 sets";
            if (type.Count() > 1 && type.Select(set => (set.MultiValueAnswer is true, set.Weight is not null)).Distinct().Count() > 1)
                return $"RRSet with DNS name {name.Key}., type {type.Key} cannot be created as other RRSets exist with the same name and type";
        }

        return null;
    }
}
