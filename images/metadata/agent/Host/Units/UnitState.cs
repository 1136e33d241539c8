namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>A unit as systemd shows it.</summary>
/// <param name="Active"><c>active</c>, <c>activating</c>, <c>inactive</c>, <c>failed</c> …</param>
/// <param name="Sub">Finer: <c>auto-restart</c> is the pause between two starts.</param>
internal sealed record UnitState(string Name, string Active, string Sub)
{
    public bool IsActive => Active is "active";

    /// <summary>Whether it ended by itself. One that somebody stopped is inactive, and one that starts for the first time activating.</summary>
    public bool HasFailed => Active is "failed" || Sub is "auto-restart";

    /// <summary>Whether something of it may still run, and isn't being stopped.</summary>
    public bool Runs => Active is not ("inactive" or "failed" or "deactivating");

    /// <summary>Reads what <c>systemctl show --property=Id,ActiveState,SubState</c> prints: a block for each unit.</summary>
    public static IReadOnlyList<UnitState> Parse(string text) =>
    [
        .. text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Where(pair => pair.Length is 2).ToDictionary(pair => pair[0], pair => pair[1]))
            .Where(block => block.ContainsKey("Id"))
            .Select(block => new UnitState(block["Id"], block.GetValueOrDefault("ActiveState", ""), block.GetValueOrDefault("SubState", ""))),
    ];
}
