using System.Collections.Immutable;
using Dockerland.Contracts;
using Pulumi;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2.Inputs;

namespace Dockerland.Infra.Components;

/// <summary>
/// A fleet's tags. Those that say whose something is stand on all of it; those that programs go by on the group, from where
/// its instances get them: on a key in both places the group's wins.
/// </summary>
internal static class FleetTags
{
    private static readonly ImmutableArray<string> Made = ["instance", "volume", "network-interface"];

    /// <summary>What the template puts on whatever is made from it; a group reaches its instances only.</summary>
    public static InputList<LaunchTemplateTagSpecificationArgs> OfTemplate(string name, FleetArgs args)
    {
        var tags = Owner(name, args).ToImmutableDictionary();
        return Made.Select(type => new LaunchTemplateTagSpecificationArgs { ResourceType = type, Tags = tags }).ToArray();
    }

    /// <param name="version">The template's, so that a host which came from an older one shows.</param>
    public static InputList<GroupTagArgs> OfGroup(string name, FleetArgs args, Output<string> version)
    {
        var tags = Owner(name, args)
            .SetItems(args.Settings.Tags)
            .ToImmutableSortedDictionary(tag => tag.Key, tag => (Input<string>)tag.Value, StringComparer.Ordinal)
            .SetItem(TagKeys.TemplateVersion, version)
            .SetItems(Records(args.Records));
        return tags.Select(tag => new GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = true }).ToArray();
    }

    private static ImmutableSortedDictionary<string, string> Owner(string name, FleetArgs args) => args.DefaultTags
        .SetItem(TagKeys.Name, $"{args.StackName}-{name}")
        .SetItem(TagKeys.Stack, args.StackName)
        .SetItem(TagKeys.Role, args.Settings.Role)
        .SetItem(TagKeys.Environment, args.Environment);

    private static IEnumerable<KeyValuePair<string, Input<string>>> Records(ImmutableArray<FleetRecord> records)
    {
        if (records.IsEmpty) yield break;

        yield return new(TagKeys.DomainMeta, Output.All(records.Select(record => record.ZoneId)).Apply(zones => Value(zones, records)));
        foreach (var (index, record) in records.Index())
            if (record.Address is not AddressKind.Public)
                yield return new(TagKeys.DomainMetaOption(index + 1, DomainMetaTags.Address), DomainMetaTags.AddressText(record.Address));
    }

    private static string Value(ImmutableArray<string> zones, ImmutableArray<FleetRecord> records) =>
        DomainMetaTags.Value(zones.Zip(records, (zone, record) => new DomainMeta(zone, record.Name)));
}
