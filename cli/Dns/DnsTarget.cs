using Dockerland.Cli.Planning;

namespace Dockerland.Cli.Dns;

/// <summary>Whose records are meant, and with whose eyes they are seen.</summary>
/// <param name="Stack">As <c>PROJECT-STACK</c>, as groups have it in their tags.</param>
/// <param name="Region">Null for that of the machine.</param>
/// <param name="Profile">Null for the credentials that are found without one.</param>
internal sealed record DnsTarget(string Stack, string Environment, string? Region, string? Profile)
{
    /// <summary>As the stack's files say.</summary>
    public static DnsTarget Of(StackConfiguration configuration)
    {
        var key = $"{configuration.Project}:environment";
        return new(
            $"{configuration.Project}-{configuration.Stack}",
            Text(configuration, key) ?? throw new CliException($"Pulumi.{configuration.Stack}.yaml has no {key}, by which the stack's groups are found. Set it: pulumi config set {key} staging --stack {configuration.Stack}"),
            Text(configuration, ProviderSettings.Region),
            Text(configuration, ProviderSettings.Profile));
    }

    private static string? Text(StackConfiguration configuration, string key) => configuration.Values.GetValueOrDefault(key) is { Length: > 0 } text ? text : null;
}
