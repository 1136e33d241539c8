using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;

namespace Dockerland.Infra.Components;

/// <summary>What a fleet's hosts are launched with, for its launch template.</summary>
internal sealed record FleetTemplate
{
    public required Output<string> UserData { get; init; }
    public required Output<string> ProfileArn { get; init; }
    public required HostImage Image { get; init; }

    public LaunchTemplateArgs Describe(string name, FleetArgs args) => new()
    {
        ImageId = Image.Id,
        // Of several types the group names all; whoever launches a host by hand gets the preferred one.
        InstanceType = args.Settings.InstanceTypes[0],
        KeyName = args.SshKey!,
        UserData = UserData,
        IamInstanceProfile = new LaunchTemplateIamInstanceProfileArgs { Arn = ProfileArn },
        VpcSecurityGroupIds = args.SecurityGroupIds,
        MetadataOptions = new LaunchTemplateMetadataOptionsArgs
        {
            HttpEndpoint = "enabled",
            HttpTokens = "required",
            HttpPutResponseHopLimit = HopLimit(args.Settings),
            InstanceMetadataTags = "enabled",
        },
        BlockDeviceMappings = { RootVolume(args.Settings.Volume) },
        // Without it EC2 has a value each five minutes: too few for a size that follows them, enough for people.
        Monitoring = new LaunchTemplateMonitoringArgs { Enabled = args.Settings is not { Targets.IsEmpty: true, Steps.IsEmpty: true } },
        HibernationOptions = args.Settings.WarmPool is { State: "Hibernated" } ? new LaunchTemplateHibernationOptionsArgs { Configured = true } : null,
        TagSpecifications = FleetTags.OfTemplate(name, args),
        // Checks of IMDSv2 read the default version; an old one would stay behind.
        UpdateDefaultVersion = true,
    };

    public CustomResourceOptions Options(Resource parent)
    {
        var options = new CustomResourceOptions { Parent = parent };
        if (Image.IsKept) options.IgnoreChanges.Add("imageId");
        return options;
    }

    /// <summary>
    /// Over how many hops the metadata service answers a request for a session token. 1 is the host alone, and what shares
    /// its network: a request forged through a container on a bridge, one hop further, reaches no credentials. A container
    /// there that calls AWS itself needs the second hop, as EC2's user guide says ("Configure the Instance Metadata Service
    /// options": in a container environment, set the hop limit to 2); its neighbours on that host then have it as well.
    /// </summary>
    private static int HopLimit(FleetSettings settings) =>
        settings.Containers.Values.Any(container => container.CallsAws && container.Network is not ContainerSettings.HostNetwork) ? 2 : 1;

    private LaunchTemplateBlockDeviceMappingArgs RootVolume(VolumeSettings volume) => new()
    {
        DeviceName = Image.RootDevice,
        Ebs = new LaunchTemplateBlockDeviceMappingEbsArgs
        {
            VolumeType = "gp3",
            VolumeSize = volume.Size,
            Iops = volume.Iops,
            Throughput = volume.Throughput,
            Encrypted = "true",
            KmsKeyId = volume.KmsKey is "" ? null : (Input<string>)volume.KmsKey,
            DeleteOnTermination = "true",
        },
    };
}
