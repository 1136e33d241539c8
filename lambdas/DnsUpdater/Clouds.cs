using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.Route53;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Hooks;
using Dockerland.DnsUpdater.Registry;

namespace Dockerland.DnsUpdater;

/// <summary>All that the updater talks to.</summary>
/// <param name="Route53">Without retries of its own.</param>
internal sealed record Clouds(IFleetSource Fleets, IHooks Hooks, IAmazonRoute53 Route53, INodeRegistry? Registry)
{
    private static readonly TimeSpan RegistryTimeout = TimeSpan.FromSeconds(5);

    /// <summary>With the credentials and the region of the environment, as AWS's clients find them.</summary>
    public static Clouds OfEnvironment(UpdaterSettings settings)
    {
        var autoScaling = new AmazonAutoScalingClient();
        return new(
            new AwsFleetSource(autoScaling, new AmazonEC2Client()),
            new AwsHooks(autoScaling),
            new AmazonRoute53Client(new AmazonRoute53Config { MaxErrorRetry = 0 }),
            settings.NodeRegistry is { } registry
                ? new DockerCloud(new HttpClient { Timeout = RegistryTimeout }, registry.Url, registry.User, new SecretText(registry.Key).ReadAsync)
                : null);
    }
}
