using System.Text.RegularExpressions;
using Dockerland.Infra.Settings;

namespace Dockerland.Infra;

/// <summary>An image in a private repository of ECR, this account's or another's, whose own policy then has to let the hosts in.</summary>
/// <param name="Server">The registry's host name.</param>
public sealed partial record EcrImage(string Server, string Account, string Region, string Repository)
{
    /// <summary>The images of that kind which a fleet's containers run beside ours.</summary>
    public static IEnumerable<EcrImage> Of(FleetSettings fleet) => fleet.Containers.Values.Select(container => Find(container.Image)).OfType<EcrImage>().Distinct();

    /// <summary>Null for an image of any other registry.</summary>
    public static EcrImage? Find(string image) => Pattern().Match(image) is { Success: true, Groups: var parts }
        ? new(parts["server"].Value, parts["account"].Value, parts["region"].Value, parts["repository"].Value)
        : null;

    /// <summary>The repository's ARN.</summary>
    public string Arn(string partition) => $"arn:{partition}:ecr:{Region}:{Account}:repository/{Repository}";

    [GeneratedRegex(@"^(?<server>(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?)/(?<repository>[a-z0-9._/-]+)([:@].*)?\z")]
    private static partial Regex Pattern();
}
