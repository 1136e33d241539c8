using System.Net;
using System.Net.Sockets;
using Dockerland.Contracts;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>The zone that the host's names are in, and what is known of the host without asking.</summary>
internal sealed record RecordSettings
{
    private const int LeastInterval = 10;
    private const int MostInterval = 3600;
    private static readonly TimeSpan UsualInterval = TimeSpan.FromMinutes(5);

    /// <summary>The private zone's id, without <c>/hostedzone/</c>.</summary>
    public required string ZoneId { get; init; }

    /// <summary>Its name.</summary>
    public required string Zone { get; init; }

    public string? Stack { get; init; }

    public string? Group { get; init; }

    public string? Instance { get; init; }

    public string? Address { get; init; }

    /// <summary>How often the zone is read when nothing changed here: an account has five requests a second to Route53, for all of its hosts.</summary>
    public TimeSpan Interval { get; init; } = UsualInterval;

    /// <summary>How long a name may be gone before its record goes: resolvers remember for up to 15 minutes that a name isn't there, and a container that restarts is back sooner.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one look may take, with all that is tried again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Is there when the host leaves; the container's start removes it.</summary>
    public string LeavingFile { get; init; } = "/run/service/agent/leaving";

    /// <summary>Seconds that resolvers keep an address.</summary>
    public const long Ttl = 300;

    /// <returns>Null without a zone: nobody asked for records.</returns>
    /// <exception cref="AgentException">A variable isn't what it should be.</exception>
    public static RecordSettings? Read(Func<string, string?> variable)
    {
        if (Text(EnvironmentVariables.RecordZoneId) is not { } zoneId) return null;

        var zone = Text(EnvironmentVariables.RecordZone) ?? throw new AgentException($"{EnvironmentVariables.RecordZoneId} is '{zoneId}' and {EnvironmentVariables.RecordZone} isn't set; it takes the zone's name.");
        if (DomainName.Problem(zone) is { } problem) throw new AgentException($"{EnvironmentVariables.RecordZone} '{zone}' {problem}.");
        var address = Text(EnvironmentVariables.HostAddress);
        if (address is not null && !(IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily is AddressFamily.InterNetwork))
            throw new AgentException($"{EnvironmentVariables.HostAddress} is '{address}'; records take an IPv4 address.");
        return new()
        {
            ZoneId = zoneId,
            Zone = zone.ToLowerInvariant(),
            Stack = Text(EnvironmentVariables.Stack),
            Group = Text(EnvironmentVariables.Group),
            Instance = Text(EnvironmentVariables.InstanceId),
            Address = address,
            Interval = Seconds.Read(variable, EnvironmentVariables.RecordSeconds, LeastInterval, MostInterval) ?? UsualInterval,
        };

        string? Text(string name) => variable(name) is { Length: > 0 } text ? text : null;
    }
}
