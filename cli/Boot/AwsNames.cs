using System.Text.RegularExpressions;

namespace Dockerland.Cli.Boot;

/// <summary>The names of AWS's that a host asks, all of which the stand-in answers for.</summary>
internal static partial class AwsNames
{
    // APIs that programs on hosts call, beside what user-data itself names.
    private static readonly string[] Services = ["api.ecr", "autoscaling", "ec2", "logs", "ssm", "sts"];

    public static IReadOnlyCollection<string> Of(HostPlan host) =>
    [
        .. host.Images.Keys.Select(RegistryOf)
            .Concat(Services.Select(service => $"{service}.{host.Region}.amazonaws.com"))
            .Append("route53.amazonaws.com")
            .Concat(Address().Matches(host.UserData).Select(match => match.Groups[1].Value))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The host name that an image's address begins with.</summary>
    public static string RegistryOf(string image) => image[..image.IndexOf('/', StringComparison.Ordinal)];

    [GeneratedRegex(@"https://([a-z0-9.-]+\.amazonaws\.com)/")]
    private static partial Regex Address();
}
