using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Infra.UserData;

namespace Dockerland.Infra.Settings;

/// <summary>What values may be. Each rule ends a sentence that began with the value, or is null when nothing is wrong.</summary>
internal static partial class Rules
{
    // What the stack itself puts on hosts.
    private static readonly ImmutableArray<string> TakenTags = [TagKeys.Name, TagKeys.Role, TagKeys.Environment, TagKeys.Stack, TagKeys.TemplateVersion, TagKeys.DomainMeta];

    private const string DomainMetaOptions = TagKeys.DomainMeta + ".";

    public static string? Any(string value) => value.Any(char.IsControl) ? "has a control character; settings are plain text" : null;

    /// <summary>Text of several lines.</summary>
    public static string? Lines(string value) =>
        value.Any(character => char.IsControl(character) && character is not '\n' and not '\t') ? "has a control character other than tabs and newlines" : null;

    public static string? Region(string value) =>
        RegionPattern().IsMatch(value) ? null : "is not an AWS region";

    public static string? ZoneId(string value) =>
        ZoneIdPattern().IsMatch(value) ? null : "is not a hosted zone's id: 1 to 32 capital letters and digits";

    public static string? Label(string value) =>
        LabelPattern().IsMatch(value) ? null : "is not 1 to 63 letters, digits, '.', '_' and '-'";

    public static string? Word(string value) =>
        WordPattern().IsMatch(value) ? null : "is not one word of letters, digits, '.', '_' and '-'";

    public static string? FleetName(string value) =>
        !FleetNamePattern().IsMatch(value) ? "is not a fleet's name: 1 to 30 small letters, digits and '-', beginning with a letter"
        : ComponentNames.All.Contains(value) ? $"has the name of another component of the stack; {string.Join(", ", ComponentNames.All)} are taken"
        : null;

    public static string? AvailabilityZone(string value) =>
        value is [>= 'a' and <= 'h'] ? null : "is not an availability zone's letter, a to h";

    public static string? InstanceType(string value) =>
        InstanceTypePattern().IsMatch(value) ? null : "is not an instance type";

    public static string? AmiId(string value) =>
        AmiPattern().IsMatch(value) ? null : "is not an AMI's id: ami- and 8 to 17 hexadecimal digits";

    public static string? Parameter(string value) =>
        ParameterPattern().IsMatch(value) ? null : "is not the path of an SSM parameter: '/' before each of its names";

    public static string? Device(string value) =>
        DevicePattern().IsMatch(value) ? null : "is not a device, such as /dev/sda1";

    public static string? AmiOwner(string value) =>
        AmiOwnerPattern().IsMatch(value) ? null : "owns no AMIs: it is neither an account of 12 digits nor amazon, aws-marketplace or self";

    public static string? ImageName(string value) =>
        ImageNamePattern().IsMatch(value) ? null : "is not an image's name";

    public static string? Server(string value) =>
        ServerPattern().IsMatch(value) ? null : "is not a registry's host name with at most a port";

    /// <summary>Where a secret goes: in clear not farther than to this machine, as in tests.</summary>
    public static string? SecretUrl(string value) =>
        SecureUrl(value) is null || (Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Scheme: "http", Host: "localhost" or "127.0.0.1", UserInfo: "" })
            ? null
            : "is not an https address without user or password";

    /// <summary>Such a name and its password are sent with a colon between.</summary>
    public static string? LoginUser(string value) => value.Contains(':', StringComparison.Ordinal) ? "has a ':', which no user's name has" : Any(value);

    public static string? SecureUrl(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" && url.UserInfo.Length is 0 && Any(value) is null
            ? null
            : "is not an https address without user or password";

    /// <summary>An identifier that AWS made up.</summary>
    public static ConfigSection.Rule Id(string prefix) => value =>
        value.StartsWith(prefix + "-", StringComparison.Ordinal) && HexPattern().IsMatch(value[(prefix.Length + 1)..]) ? null : $"is not an id: {prefix}- and 8 to 17 hexadecimal digits";

    public static string? KeyArn(string value) =>
        KeyArnPattern().IsMatch(value) ? null : "is not the ARN of a KMS key or of its alias";

    /// <summary>Policies take no aliases for keys.</summary>
    public static string? PlainKeyArn(string value) =>
        KeyArn(value) is null && value.Contains(":key/", StringComparison.Ordinal) ? null : "is not the ARN of a KMS key; an alias's won't do";

    public static string? PolicyArn(string value) =>
        PolicyArnPattern().IsMatch(value) ? null : "is not the ARN of an IAM policy";

    public static string? AlarmTarget(string value) =>
        TopicArnPattern().IsMatch(value) || MailPattern().IsMatch(value) ? null : "is neither the ARN of a topic nor an e-mail address";

    public static ConfigSection.Rule Tag(string variablePrefix) => value => TagKeyProblem(value, variablePrefix);

    public static string? TagValue(string value) =>
        value.Length > DomainMetaTags.MaxLength ? $"has {value.Length} characters; a tag's value has at most {DomainMetaTags.MaxLength}" : Any(value);

    /// <summary>A tag of all that the stack makes: an instance with another key doesn't launch, and a role with another key or value isn't made.</summary>
    public static string? DefaultTag(string key, string value) =>
        !HostTagPattern().IsMatch(key) ? "has a key that hosts and roles can't both carry: it is 1 to 128 letters, digits and any of '+-=._:@', but neither '.', '..' nor '_index'"
        : key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || TakenTags.Contains(key) || key.StartsWith(DomainMetaOptions, StringComparison.Ordinal) ? "has a key that is taken; choose another"
        : TagValue(value) ?? (RoleTagPattern().IsMatch(value) ? null : "has a value that roles can't carry: it is letters, digits, spaces and any of '+-=._:/@'");

    public static string? VariablePrefix(string value) =>
        !VariablePrefixPattern().IsMatch(value) ? "is not 2 to 30 letters, digits, '_', '-' and '.', beginning with a letter and ending in '.'"
        : value is TagKeys.LabelPrefix or TagKeys.OwnPrefix or DomainMetaOptions ? "is taken for other tags"
        : null;

    public static string? Variable(string name, string value)
    {
        if (!EnvironmentVariables.IsName(name)) return "has a name that is not letters, digits and '_', beginning with no digit";

        return EnvironmentVariables.Reserved.Contains(name) ? "is set by the host; choose another name" : UnitVariables.Problem(name) ?? Any(value);
    }

    private static string? TagKeyProblem(string key, string variablePrefix)
    {
        if (key is TagKeys.Role or TagKeys.Environment) return $"is given by the setting '{key[TagKeys.LabelPrefix.Length..]}'; leave the tag out";

        var prefix = key.StartsWith(variablePrefix, StringComparison.Ordinal) ? variablePrefix : TagKeys.LabelPrefix;
        return key.Length <= 128 && key.StartsWith(prefix, StringComparison.Ordinal) && TagNamePattern().IsMatch(key[prefix.Length..])
            ? null
            : $"has a key that is not {TagKeys.LabelPrefix} or {variablePrefix} followed by letters, digits, '.', '_' and '-', 128 characters at most";
    }

    [GeneratedRegex(@"^[a-z]{2}(-[a-z]+)+-\d\z")]
    private static partial Regex RegionPattern();

    [GeneratedRegex(@"^[A-Z0-9]{1,32}\z")]
    private static partial Regex ZoneIdPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,63}\z")]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.-]{0,254}\z")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,29}\z")]
    private static partial Regex FleetNamePattern();

    [GeneratedRegex(@"^[a-z0-9-]+\.[a-z0-9-]+\z")]
    private static partial Regex InstanceTypePattern();

    [GeneratedRegex(@"^ami-[0-9a-f]{8,17}\z")]
    private static partial Regex AmiPattern();

    [GeneratedRegex(@"^[0-9a-f]{8,17}\z")]
    private static partial Regex HexPattern();

    [GeneratedRegex(@"^(?=.{1,1011}\z)(/[A-Za-z0-9_.-]+)+\z")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(@"^/dev/[a-z]{2,4}[a-z0-9]{0,4}\z")]
    private static partial Regex DevicePattern();

    [GeneratedRegex(@"^(\d{12}|amazon|aws-marketplace|self)\z")]
    private static partial Regex AmiOwnerPattern();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._:/@-]{0,254}\z", RegexOptions.IgnoreCase)]
    private static partial Regex ImageNamePattern();

    [GeneratedRegex(@"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?\z")]
    private static partial Regex ServerPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)/[A-Za-z0-9/_-]+\z")]
    private static partial Regex KeyArnPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::(\d{12}|aws):policy/[A-Za-z0-9+=,.@_/-]+\z")]
    private static partial Regex PolicyArnPattern();

    [GeneratedRegex(@"^arn:aws[a-z-]*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+\z")]
    private static partial Regex TopicArnPattern();

    [GeneratedRegex(@"^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\z")]
    private static partial Regex MailPattern();

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex TagNamePattern();

    [GeneratedRegex(@"^(?!(\.{1,2}|_index)\z)[A-Za-z0-9+=._:@-]{1,128}\z")]
    private static partial Regex HostTagPattern();

    // IAM's own, of its API reference for tags.
    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+@-]*\z")]
    private static partial Regex RoleTagPattern();

    [GeneratedRegex(@"^(?=.{2,30}\z)[A-Za-z][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*\.\z")]
    private static partial Regex VariablePrefixPattern();
}
