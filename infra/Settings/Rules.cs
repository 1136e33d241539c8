using System.Text.RegularExpressions;
using Dockerland.Contracts;

namespace Dockerland.Infra.Settings;

/// <summary>What values may be. Each rule ends a sentence that began with the value, or is null when nothing is wrong.</summary>
internal static partial class Rules
{
    public static string? Any(string value) => value.Any(char.IsControl) ? "has a control character; settings are plain text" : null;

    public static string? Region(string value) =>
        RegionPattern().IsMatch(value) ? null : "is not an AWS region";

    public static string? ZoneId(string value) =>
        ZoneIdPattern().IsMatch(value) ? null : "is not a hosted zone's id: 1 to 32 capital letters and digits";

    public static string? Label(string value) =>
        LabelPattern().IsMatch(value) ? null : "is not 1 to 63 letters, digits, '.', '_' and '-'";

    public static string? FleetName(string value) =>
        !FleetNamePattern().IsMatch(value) ? "is not a fleet's name: 1 to 30 small letters, digits and '-', beginning with a letter"
        : ComponentNames.All.Contains(value) ? $"has the name of another component of the stack; {string.Join(", ", ComponentNames.All)} are taken"
        : null;

    public static string? AvailabilityZone(string value) =>
        value is [>= 'a' and <= 'h'] ? null : "is not an availability zone's letter, a to h";

    public static string? InstanceType(string value) =>
        !InstanceTypePattern().IsMatch(value) ? "is not an instance type"
        : ArmTypePattern().IsMatch(value) ? "is an Arm type, and the images are built for x86"
        : null;

    public static string? HostImage(string value) =>
        HostImagePattern().IsMatch(value) ? null : "is neither an AMI's id nor the path of an SSM parameter that holds one";

    public static string? ImageName(string value) =>
        ImageNamePattern().IsMatch(value) ? null : "is not an image's name";

    public static string? Server(string value) =>
        ServerPattern().IsMatch(value) ? null : "is not a registry's host name with at most a port";

    public static string? Url(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" && url.UserInfo.Length is 0
            ? null
            : "is not an http or https address without user or password";

    public static string? Tag(string key, string value)
    {
        if (key is TagKeys.Role or TagKeys.Environment) return $"is given by the setting '{key[TagKeys.LabelPrefix.Length..]}'; leave the tag out";
        if (!TagKeyPattern().IsMatch(key)) return $"has a key that is not {TagKeys.LabelPrefix} or {TagKeys.VariablePrefix} followed by letters, digits, '.', '_' and '-', 128 characters at most";

        return value.Length > 256 ? $"has {value.Length} characters; a tag's value has at most 256" : Any(value);
    }

    public static string? Variable(string name, string value)
    {
        if (!EnvironmentVariables.IsName(name)) return "has a name that is not letters, digits and '_', beginning with no digit";

        return EnvironmentVariables.Reserved.Contains(name) ? "is set by the host; choose another name" : Any(value);
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^[A-Z0-9]{1,32}\z")]
    private static partial Regex ZoneIdPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,63}\z")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,29}\z")]
    private static partial Regex FleetNamePattern();

    [GeneratedRegex(@"^[a-z0-9-]+\.[a-z0-9-]+\z")]
    private static partial Regex InstanceTypePattern();

    // AWS puts a g for Graviton right after the generation: t4g, c6gn, im4gn. The first generation was a1.
    [GeneratedRegex(@"^(a1\.|[a-z]+[0-9]+g)")]
    private static partial Regex ArmTypePattern();

    [GeneratedRegex(@"^(ami-[0-9a-f]{8,17}|(/[A-Za-z0-9_.-]+)+)\z")]
    private static partial Regex HostImagePattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._:/@-]{0,254}\z", RegexOptions.IgnoreCase)]
    private static partial Regex ImageNamePattern();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?\z")]
    private static partial Regex ServerPattern();

    [GeneratedRegex(@"^(docker|example)\.(?=.{1,120}\z)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex TagKeyPattern();
}
