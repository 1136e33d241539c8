using Dockerland.Contracts;
using Dockerland.Imds;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>Whose the records are, and where they point.</summary>
internal sealed record HostIdentity(Owner Owner, string Address)
{
    private const string GroupTag = "aws:autoscaling:groupName";

    /// <summary>By the settings, and else by the instance's metadata.</summary>
    /// <exception cref="AgentException">Neither knows.</exception>
    public static async Task<HostIdentity> FindAsync(RecordSettings settings, ImdsClient metadata, CancellationToken cancellationToken)
    {
        try
        {
            return new(
                new(
                    settings.Stack ?? await TagAsync(TagKeys.Stack, EnvironmentVariables.Stack),
                    settings.Group ?? await TagAsync(GroupTag, EnvironmentVariables.Group),
                    settings.Instance ?? await metadata.ReadInstanceIdAsync(cancellationToken)),
                settings.Address ?? await metadata.ReadAsync("local-ipv4", cancellationToken));
        }
        catch (ImdsException error)
        {
            throw new AgentException($"The host's own records can't be kept, since it isn't known which host this is: {error.Message}", error);
        }

        async Task<string> TagAsync(string key, string variable) => await metadata.FindAsync($"tags/instance/{key}", cancellationToken)
            ?? throw new AgentException($"The host's own records can't be kept: the instance has no tag '{key}' that its metadata service shows (InstanceMetadataTags), and {variable} isn't set.");
    }

    /// <summary>Whether the host is on its way out: its group ends it, or AWS takes a spot instance back.</summary>
    public static async Task<bool> IsLeavingAsync(ImdsClient metadata, CancellationToken cancellationToken)
    {
        try
        {
            return await metadata.FindAsync("autoscaling/target-lifecycle-state", cancellationToken) is "Terminated"
                || await metadata.FindAsync("spot/instance-action", cancellationToken) is not null;
        }
        catch (ImdsException)
        {
            // No word of it: it stays, and the updater removes what a gone host left.
            return false;
        }
    }
}
