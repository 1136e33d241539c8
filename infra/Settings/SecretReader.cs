using System.Collections.Immutable;

namespace Dockerland.Infra.Settings;

/// <summary>Reads secret settings. Their values stand in no message.</summary>
internal sealed class SecretReader(ConfigSection section, IReadOnlySet<string> encrypted, MissingSecrets missing, bool areRequired)
{
    // Parameter Store's limit for a standard parameter.
    private const int MaxLength = 4096;

    // That for an advanced one: a certificate with its chain and its key is longer.
    private const int MaxPemLength = 8192;

    private readonly List<string> _required = [];
    private readonly List<string> _warnings = [];

    public bool AreRequired => areRequired;

    public ImmutableArray<string> Warnings => [.. _warnings];

    /// <summary>One line that names the secrets that are missing, and the command for each; empty when none is.</summary>
    public IEnumerable<string> Problems => _required is []
        ? []
        : _required.Select(key => "  " + SetCommand(key)).Prepend(
            $"{section.FullKey(SettingKeys.RequireSecrets)} is true and {string.Join(", ", _required.Select(section.FullKey))} {(_required.Count is 1 ? "is" : "are")} not set. Set what is missing:");

    /// <summary>Reports what is encrypted and yet no secret: it would come out in tags, user-data or addresses.</summary>
    public void RefuseOthers()
    {
        foreach (var key in section.Keys.Except(SettingKeys.Secrets).Where(key => encrypted.Contains(section.FullKey(key))))
            section.Report($"{section.FullKey(key)} is encrypted, but what it holds would show in the cloud", $"Set it without --secret; the secret settings are {string.Join(", ", SettingKeys.Secrets.Select(section.FullKey))}");
    }

    /// <summary>A secret that, when needed, is missed.</summary>
    public Secret? Read(string key, bool needed, ConfigSection.Rule rule) =>
        section.Raw(key) is "" && needed ? Missing(key) : ReadOptional(key, needed, rule);

    /// <summary>A secret that nobody misses.</summary>
    public Secret? ReadOptional(string key, bool usable, ConfigSection.Rule rule)
    {
        var value = section.Raw(key);
        if (value is "") return null;

        if (Problem(key, value, rule) is { } problem) section.Report($"{section.FullKey(key)} {problem}", $"Set it: {SetCommand(key)}");
        if (usable) return Secret.Of(value);

        _warnings.Add($"{section.FullKey(key)} is set, but nothing uses it. Remove it: pulumi config rm {section.FullKey(key)}");
        return null;
    }

    public static string? PlainText(string value) =>
        value.Length > MaxLength ? $"has {value.Length} characters; a secret has at most {MaxLength}"
        : value.Any(char.IsControl) ? "has a control character, perhaps a newline at its end; a secret is one line of text"
        : null;

    public static string? Pem(string value) =>
        value.Length > MaxPemLength ? $"has {value.Length} characters; a certificate with its chain and key has at most {MaxPemLength}"
        : value.Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal) && value.Contains("PRIVATE KEY-----", StringComparison.Ordinal) ? Rules.Lines(value)
        : "is not a certificate with its private key in PEM";

    public static string? GossipKey(string value) =>
        Convert.TryFromBase64String(value, new byte[MaxLength], out var length) && length is 16 or 24 or 32
            ? null
            : "is not base64 of 16, 24 or 32 bytes; `openssl rand -base64 32` makes one";

    private string? Problem(string key, string value, ConfigSection.Rule rule) =>
        !encrypted.Contains(section.FullKey(key)) ? "stands in the stack's file as plain text"
        : missing is MissingSecrets.Show ? null
        : rule(value);

    private Secret? Missing(string key)
    {
        if (missing is MissingSecrets.Show) return Secret.Missing;

        if (areRequired)
            _required.Add(key);
        else
            _warnings.Add($"{section.FullKey(key)} is not set; the stack goes on without it. Set it: {SetCommand(key)}");
        return null;
    }

    private string SetCommand(string key) => $"pulumi config set --secret {section.FullKey(key)}";
}
