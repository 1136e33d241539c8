using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>Reads which zones there are and what becomes of them.</summary>
internal static class ZoneReader
{
    /// <summary>What <c>privateZone</c> says when there is to be none.</summary>
    public const string None = "none";

    private const string ZoneIdExample = "Z0123456789ABC";

    public static StackSettings Read(ConfigSection own, StackSettings settings)
    {
        var zone = own.Text("zone", null, SettingsReader.ZoneExample, DomainName.Problem);
        var privateZone = own.Text("privateZone", "", SettingsReader.ZoneExample, name => name is None ? null : DomainName.Problem(name));
        settings = settings with
        {
            Zone = zone,
            ZoneId = own.Text("zoneId", settings.ZoneId, ZoneIdExample, Rules.ZoneId),
            ZoneExisting = own.Flag("zoneExisting", settings.ZoneExisting),
            ZoneImport = own.Text("zoneImport", settings.ZoneImport, ZoneIdExample, Rules.ZoneId),
            ParentZoneId = own.Text("parentZoneId", settings.ParentZoneId, ZoneIdExample, Rules.ZoneId),
            PrivateZone = privateZone switch { None => null, "" => zone, _ => privateZone },
            Protect = own.Flag("protect", settings.Protect),
            ForceDestroy = own.Flag("forceDestroy", settings.ForceDestroy),
        };
        RefuseClashes(own, settings);
        RefuseSilentHiding(own, settings);
        return settings;
    }

    /// <summary>A name for the private zone that hides no public one.</summary>
    public static string Suggested(string zone) => $"internal.{zone}";

    // Such a zone has records that aren't in the settings.
    private static void RefuseSilentHiding(ConfigSection own, StackSettings settings)
    {
        var way = Ways(settings).FirstOrDefault();
        if (way is null || own.Raw("privateZone") is not "" || !own.IsSound("zone", "privateZone", way)) return;

        own.Report(
            $"{own.FullKey("privateZone")} is not set, and {own.FullKey(way)} '{own.Raw(way)}' is a zone with names of its own, all of which a private zone '{settings.Zone}' would hide from the hosts",
            $"Set it: pulumi config set {own.FullKey("privateZone")} {Suggested(settings.Zone)}, or {settings.Zone} if all that hosts need is in {own.FullKey("records")}");
    }

    private static IEnumerable<string> Ways(StackSettings settings) =>
    [
        .. settings.ZoneId is "" ? [] : new[] { "zoneId" },
        .. settings.ZoneExisting ? new[] { "zoneExisting" } : [],
        .. settings.ZoneImport is "" ? [] : new[] { "zoneImport" },
    ];

    private static void RefuseClashes(ConfigSection own, StackSettings settings)
    {
        string[] ways = [.. Ways(settings)];
        if (ways is [var first, .. { Length: > 0 } others] && own.IsSound(ways))
            own.Report(
                $"{own.FullKey(first)} '{own.Raw(first)}' is set together with {string.Join(" and ", others.Select(own.FullKey))}; an existing zone is found in one way",
                $"Keep one: {string.Join(" && ", others.Select(other => $"pulumi config rm {own.FullKey(other)}"))}");
        if (settings is { Protect: true, ForceDestroy: true })
            own.Report($"{own.FullKey("forceDestroy")} 'true' is set together with {own.FullKey("protect")}, which lets nothing be destroyed", $"Set it: pulumi config set {own.FullKey("forceDestroy")} false");
    }
}
