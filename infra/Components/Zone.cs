using System.Collections.Immutable;
using Pulumi;
using Route53 = Pulumi.Aws.Route53;

namespace Dockerland.Infra.Components;

/// <summary>The public zone that the fleets' records live in: a new one, or one that is taken over.</summary>
public sealed class Zone : ComponentResource
{
    public Zone(string name, ZoneArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Zone", name, options)
    {
        var zone = new Route53.Zone(name, new()
        {
            Name = args.DomainName,
            Comment = "Records are kept by Dockerland",
            ForceDestroy = args.ForceDestroy,
        }, ZoneOptions(args));

        ZoneId = zone.ZoneId;
        Arn = zone.Arn;
        NameServers = zone.NameServers;
        RegisterOutputs();
    }

    [Output("zoneId")] public Output<string> ZoneId { get; private set; }
    [Output("arn")] public Output<string> Arn { get; private set; }
    [Output("nameServers")] public Output<ImmutableArray<string>> NameServers { get; private set; }

    private CustomResourceOptions ZoneOptions(ZoneArgs args) => args.ImportId is null
        ? new() { Parent = this }
        // What a zone brings along is its owner's: it is taken over as it is, and given back unless all may go.
        : new()
        {
            Parent = this,
            ImportId = args.ImportId,
            IgnoreChanges = { "comment", "forceDestroy", "tags" },
            RetainOnDelete = !args.ForceDestroy,
        };
}

/// <summary>What a <see cref="Zone"/> is made of.</summary>
public sealed record ZoneArgs
{
    public required string DomainName { get; init; }

    /// <summary>The id of an existing zone to take over.</summary>
    public string? ImportId { get; init; }

    /// <summary>Whether the zone goes although there are records in it that others made, such as the updater.</summary>
    public bool ForceDestroy { get; init; }
}
