using System.Collections.Immutable;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What becomes of a resource between two plans.</summary>
internal enum Operation
{
    Create,
    Update,
    Replace,
    Delete,
}

/// <summary>One resource that is not the same in both plans.</summary>
/// <param name="Before">Null when it is created.</param>
/// <param name="After">Null when it is deleted.</param>
/// <param name="Properties">What differs, in an update or a replacement.</param>
/// <param name="Reasons">The inputs that a replacement is due to.</param>
/// <param name="Following">The inputs that look the same but take the outputs of something that is made anew.</param>
internal sealed record ResourceChange(
    Operation Operation,
    PlannedResource? Before,
    PlannedResource? After,
    ImmutableArray<PropertyChange> Properties,
    ImmutableArray<string> Reasons,
    ImmutableArray<string> Following)
{
    public PlannedResource Resource => After ?? Before!;

    /// <summary>Its instance in the first plan goes.</summary>
    public bool Removes => Operation is Operation.Delete or Operation.Replace;

    /// <summary>The inputs that have another value than before.</summary>
    public IEnumerable<string> Inputs => Properties.Where(property => !property.IsOption).Select(property => property.Input).Concat(Following).Distinct();
}

/// <summary>All that differs between two plans of a stack.</summary>
/// <param name="Changes">In the second plan's order; what is deleted comes last.</param>
/// <param name="Former">URN in the second plan → the same resource in the first.</param>
internal sealed record PlanDiff(
    Plan Before,
    Plan After,
    ImmutableArray<ResourceChange> Changes,
    ImmutableArray<PropertyChange> Outputs,
    ImmutableDictionary<string, PlannedResource> Former)
{
    /// <summary>What the provider is told otherwise.</summary>
    public ImmutableArray<PropertyChange> Provider { get; } = ProviderChanges.Between(Before, After);

    /// <summary>Full keys of the encrypted settings that differ.</summary>
    public ImmutableArray<string> Secrets { get; } = SecretChanges.Between(Before, After);

    public bool IsEmpty => Changes.IsEmpty && Outputs.IsEmpty && Provider.IsEmpty && Secrets.IsEmpty;

    public static PlanDiff Between(Plan before, Plan after)
    {
        var former = ResourceMatch.Pair(before, after);
        var renames = Renames.Of(after, former);
        (PlannedResource Before, PlannedResource After)[] pairs =
            [.. after.Resources.Where(resource => former.ContainsKey(resource.Urn)).Select(resource => (renames.Apply(former[resource.Urn], resource), resource))];
        var consequences = new Consequences(pairs);
        var compared = pairs.ToDictionary(pair => pair.After.Urn, pair => Compare(pair.Before, pair.After, consequences));
        var kept = former.Values.Select(resource => resource.Urn).ToHashSet();

        var changes = after.Resources
            .Select(resource => compared.TryGetValue(resource.Urn, out var change) ? change : new(Operation.Create, null, resource, [], [], []))
            .OfType<ResourceChange>();
        var deleted = before.Resources
            .Where(resource => !kept.Contains(resource.Urn))
            .Select(resource => new ResourceChange(Operation.Delete, resource, null, [], [], []));
        return new(before, after, [.. changes, .. deleted], PropertyDiff.Between(renames.Apply(before.Outputs, after.Outputs), after.Outputs), former);
    }

    private static ResourceChange? Compare(PlannedResource before, PlannedResource after, Consequences consequences)
    {
        var (reasons, following) = (consequences.Replacing(after), consequences.Following(after));
        ImmutableArray<PropertyChange> properties =
        [
            .. PropertyDiff.Between(before.Options.Remove(Aliases), after.Options.Remove(Aliases)).Select(option => option with { IsOption = true }),
            .. PropertyDiff.Between(before.Inputs, after.Inputs).Where(property => !IsIgnored(after, property)),
        ];
        return reasons.Length > 0 ? new(Operation.Replace, before, after, properties, reasons, following)
            : properties.Length + following.Length > 0 ? new(Operation.Update, before, after, properties, [], following)
            : null;
    }

    /// <summary>The program is told to leave it as it is, or the provider takes both for the same.</summary>
    internal static bool IsIgnored(PlannedResource resource, PropertyChange property) => IsSameDomain(resource, property) || resource.ListOption("ignoreChanges")
        .Any(ignored => property.Path == ignored || property.Path.StartsWith($"{ignored}.", StringComparison.Ordinal) || property.Path.StartsWith($"{ignored}[", StringComparison.Ordinal));

    // It writes names of domains in small letters.
    private static bool IsSameDomain(PlannedResource resource, PropertyChange property) =>
        resource.Type is "aws:route53/zone:Zone" or "aws:route53/record:Record"
        && property is { IsOption: false, Path: "name", Before: { } before, After: { } after }
        && before.ToString().Equals(after.ToString(), StringComparison.OrdinalIgnoreCase);

    private const string Aliases = "aliases";
}
