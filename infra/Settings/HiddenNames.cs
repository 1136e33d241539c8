using Dockerland.Infra.Dns;

namespace Dockerland.Infra.Settings;

/// <summary>A private zone hides all public names at and below its own from the VPC: what hosts look up there must be in it.</summary>
internal static class HiddenNames
{
    public static void Refuse(ConfigSection own, StackSettings settings)
    {
        if (settings.PrivateZone is not { } zone || !own.IsSound("records", SettingKeys.Fleets)) return;

        var names = PrivateNames.Of(zone, settings);
        foreach (var lookup in HostLookup.All(own, settings).Where(lookup => names.Hides(lookup.Host)))
            own.Report(
                $"{lookup.Key} '{ConfigText.Shown(lookup.Value)}' lets hosts look up '{lookup.Host}', which the private zone '{zone}' hides from them unless it is in {own.FullKey("records")}",
                $"Put it there, or give that zone a name of its own: pulumi config set {own.FullKey("privateZone")} {ZoneReader.Suggested(settings.Zone)}");
    }
}
