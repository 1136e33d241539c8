using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>
/// A stack's configuration, validated. Each property but <see cref="Region"/> and <see cref="Warnings"/> is the key of the
/// same name in Pulumi.yaml's schema, which also describes it; a required one has no default there.
/// </summary>
public sealed record StackSettings
{
    /// <summary>The AWS provider's region, the key <c>aws:region</c>.</summary>
    public required string Region { get; init; }

    public required string Zone { get; init; }
    public string ZoneImport { get; init; } = "";
    public required string Environment { get; init; }
    public bool ForceDestroy { get; init; }

    public string NetworkCidr { get; init; } = "10.0.0.0/16";
    public ImmutableArray<string> AvailabilityZones { get; init; } = ["a", "b", "c"];

    public required ImmutableSortedDictionary<string, FleetSettings> Fleets { get; init; }
    public string HostImage { get; init; } = "/aws/service/debian/release/12/latest/amd64";
    public string BaseImage { get; init; } = "debian:bookworm-slim";

    public string RegistryServer { get; init; } = "";
    public string RegistryUser { get; init; } = "";
    public Secret? RegistryPassword { get; init; }

    public string NodeRegistryUrl { get; init; } = "";
    public Secret? NodeRegistryKey { get; init; }

    public Secret? GossipKey { get; init; }
    public bool RequireSecrets { get; init; } = true;

    /// <summary>What is allowed, but worth saying.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}
