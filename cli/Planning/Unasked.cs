using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Planning;

/// <summary>Says what a plan, which asks no cloud, can't know of what others made.</summary>
internal static class Unasked
{
    public static IEnumerable<string> Describe(StackSettings settings)
    {
        if (settings.VpcId is not "")
            yield return $"{SettingsReader.Project}:vpcId '{settings.VpcId}' is not looked at here: 'pulumi preview' says whether its DNS and its subnets are fit for hosts.";
        if (settings.ZoneId is not "")
            yield return $"{SettingsReader.Project}:zoneId '{settings.ZoneId}' is not looked at here: 'pulumi preview' says whether it is that of '{settings.Zone}'.";
        else if (settings.ZoneExisting)
            yield return $"{SettingsReader.Project}:zone '{settings.Zone}' is not looked for here: 'pulumi preview' says whether there is one.";
    }
}
