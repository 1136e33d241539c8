using Dockerland.Imds;

namespace Dockerland.MetadataAgent.Instance;

/// <summary>What the metadata service says of the instance, as variables. Its role's credentials aren't among them: they expire, and who may have them asks the service.</summary>
internal static class InstanceVariables
{
    private static readonly (string Variable, string Path)[] All =
    [
        ("AWS_AMI_ID", "ami-id"),
        ("AWS_AVAILABILITY_ZONE", "placement/availability-zone"),
        ("AWS_DEFAULT_REGION", "placement/region"),
        ("AWS_HOSTNAME", "hostname"),
        ("AWS_INSTANCE_ID", "instance-id"),
        ("AWS_INSTANCE_TYPE", "instance-type"),
        ("AWS_LOCAL_IPV4", "local-ipv4"),
        ("AWS_PUBLIC_IPV4", "public-ipv4"),
        ("AWS_SECURITY_GROUPS", "security-groups"),
    ];

    /// <summary>Those that it has: an instance may be without a public address.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(ImdsClient imds, CancellationToken cancellationToken)
    {
        var variables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (variable, path) in All)
        {
            // Several are a line each.
            if (await imds.FindAsync(path, cancellationToken) is { } value) variables[variable] = value.Trim().Replace('\n', ' ');
        }

        return variables;
    }
}
