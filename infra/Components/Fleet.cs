using System.Collections.Immutable;
using System.Globalization;
using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Dockerland.Infra.Components;

/// <summary>A group of equal docker hosts, replaced rather than repaired.</summary>
public sealed class Fleet : ComponentResource
{
    public Fleet(string name, FleetArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Fleet", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };
        var component = new ComponentResourceOptions { Parent = this };

        var role = new HostRole(name, new() { RepositoryArns = args.RepositoryArns, ParameterArns = args.ParameterArns }, component);
        var template = new LaunchTemplate(name, new()
        {
            ImageId = args.HostImage.StartsWith('/') ? $"resolve:ssm:{args.HostImage}" : args.HostImage,
            InstanceType = args.InstanceType,
            UserData = args.Host.Apply(host => EncodeUserData(name, host)),
            IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = role.ProfileArn },
            VpcSecurityGroupIds = args.SecurityGroupIds,
            // Only the host's own boot script asks. A container on a bridge is one hop further, so a request forged through
            // one reaches no credentials.
            MetadataOptions = new LaunchTemplateMetadataOptionsArgs { HttpEndpoint = "enabled", HttpTokens = "required", HttpPutResponseHopLimit = 1 },
            BlockDeviceMappings =
            {
                new LaunchTemplateBlockDeviceMappingArgs
                {
                    DeviceName = "/dev/xvda",
                    Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs { VolumeType = "gp3", VolumeSize = 20, Encrypted = "true", DeleteOnTermination = "true" },
                },
            },
            // Checks of IMDSv2 read the default version; an old one would stay behind.
            UpdateDefaultVersion = true,
        }, child);

        var group = new Group(name, new()
        {
            MinSize = args.MinSize,
            MaxSize = args.MaxSize,
            VpcZoneIdentifiers = args.SubnetIds,
            LaunchTemplate = new GroupLaunchTemplateArgs { Id = template.Id, Version = template.LatestVersion.Apply(VersionNumber) },
            // A pinned version alone replaces nobody. Both shares are stated, since the provider's own defaults override the
            // group's: launch first, so that a fleet of one keeps its only host.
            InstanceRefresh = new GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                Preferences = new GroupInstanceRefreshPreferencesArgs { MinHealthyPercentage = 100, MaxHealthyPercentage = 110 },
            },
            // Whoever waits for the hosts subscribes too late to hear of them.
            WaitForCapacityTimeout = "0",
            Tags = GroupTags(name, args),
        }, new() { Parent = this, DependsOn = { role } });

        GroupName = group.Name;
        RegisterOutputs();
    }

    [Output("groupName")] public Output<string> GroupName { get; private set; }

    private string EncodeUserData(string name, HostSpec host)
    {
        try
        {
            return CloudInit.Encode(CloudInit.Render(host), $"fleet '{name}' ({SettingKeys.OfFleet(name)})");
        }
        catch (ArgumentException error)
        {
            // With the fleet's URN and without a stack: what is wrong is in its settings.
            throw new ResourceException(error.Message, this, hideStack: true);
        }
    }

    private static string VersionNumber(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static InputList<GroupTagArgs> GroupTags(string name, FleetArgs args)
    {
        var tags = args.Tags.ToImmutableSortedDictionary(tag => tag.Key, tag => (Input<string>)tag.Value, StringComparer.Ordinal)
            .Add(TagKeys.Name, name)
            .Add(TagKeys.Role, args.Role)
            .Add(TagKeys.Environment, args.Environment);
        if (args.Domain is { } domain) tags = tags.Add(TagKeys.DomainMeta, args.ZoneId.Apply(zone => DomainMetaTags.Value([new(zone, domain)])));

        return tags.Select(tag => new GroupTagArgs { Key = tag.Key, Value = tag.Value, PropagateAtLaunch = true }).ToArray();
    }
}

/// <summary>What a <see cref="Fleet"/> is made of.</summary>
public sealed record FleetArgs
{
    public required string Role { get; init; }
    public required string Environment { get; init; }
    public required string InstanceType { get; init; }
    public required int MinSize { get; init; }
    public required int MaxSize { get; init; }

    /// <summary>An AMI's id, or the path of the parameter that holds it: new hosts then take the newest, running ones stay.</summary>
    public required string HostImage { get; init; }

    public required Output<HostSpec> Host { get; init; }
    public required InputList<string> SecurityGroupIds { get; init; }
    public required InputList<string> SubnetIds { get; init; }
    public required ImmutableArray<Output<string>> RepositoryArns { get; init; }
    public required ImmutableArray<Output<string>> ParameterArns { get; init; }

    /// <summary>The zone of <see cref="Domain"/>.</summary>
    public required Output<string> ZoneId { get; init; }

    /// <summary>The record that follows the hosts, if one does.</summary>
    public string? Domain { get; init; }

    public ImmutableSortedDictionary<string, string> Tags { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
