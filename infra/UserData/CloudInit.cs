using System.Text;
using System.Text.RegularExpressions;
using Dockerland.Contracts;

namespace Dockerland.Infra.UserData;

/// <summary>Renders cloud-init user-data for Debian 12. Same spec, same bytes: a host is replaced only when its spec changes.</summary>
public static partial class CloudInit
{
    /// <summary>EC2's limit on user-data, counted before base64.</summary>
    public const int MaxBytes = 16 * 1024;

    public static string Render(HostSpec spec)
    {
        Validate(spec.Container);
        return $"""
            #cloud-config
            package_update: true
            packages:
              - awscli
              - docker.io
            write_files:
              - path: {YamlText.Quote(BootScript.EnvironmentPath(spec.Container))}
                permissions: "0600"
                content: {YamlText.Block(EnvironmentFile(spec.Container), indent: 6)}
              - path: {YamlText.Quote(BootScript.Path)}
                permissions: "0700"
                content: {YamlText.Block(BootScript.Render(spec), indent: 6)}
            runcmd:
              - [{YamlText.Quote(BootScript.Path)}]

            """;
    }

    /// <summary>User-data as the launch template takes it.</summary>
    /// <param name="owner">Whose it is, for the message when it is too long.</param>
    public static string Encode(string text, string owner) => Encoding.UTF8.GetBytes(text) switch
    {
        { Length: <= MaxBytes } bytes => Convert.ToBase64String(bytes),
        var bytes => throw new ArgumentException($"User-data of {owner} is {bytes.Length} bytes; EC2 accepts at most {MaxBytes}. Shorten its environment, or move files into the image."),
    };

    // A comment first, so that the file is never empty: YAML's block has no form for that.
    private static string EnvironmentFile(ContainerSpec container) =>
        "# Secrets are added at boot.\n" + string.Concat(container.Environment.Select(variable => $"{variable.Key}={variable.Value}\n"));

    private static void Validate(ContainerSpec container)
    {
        if (!ContainerName().IsMatch(container.Name))
            throw new ArgumentException($"Container name '{container.Name}' isn't one that Docker takes: letters, digits, '_', '.' and '-', beginning with a letter or digit.");
        if (container.Environment.Keys.Concat(container.Secrets.Keys).FirstOrDefault(name => !EnvironmentVariables.IsName(name)) is { } wrong)
            throw new ArgumentException($"Environment variable '{wrong}' of container '{container.Name}' isn't a name: letters, digits and '_', not beginning with a digit.");
        if (container.Environment.FirstOrDefault(variable => variable.Value.Any(char.IsControl)) is { Key: { } broken })
            throw new ArgumentException($"Environment variable '{broken}' of container '{container.Name}' has a control character; an env file holds one variable per line of plain text.");
        if (container.Environment.Keys.FirstOrDefault(container.Secrets.ContainsKey) is { } twice)
            throw new ArgumentException($"Environment variable '{twice}' of container '{container.Name}' is both a value and a secret. Remove one.");
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]+$")]
    private static partial Regex ContainerName();
}
