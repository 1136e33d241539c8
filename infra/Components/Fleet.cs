using Dockerland.Contracts;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Ec2;

namespace Dockerland.Infra.Components;

/// <summary>A group of equal docker hosts, replaced rather than repaired.</summary>
public sealed class Fleet : ComponentResource
{
    public Fleet(string name, FleetArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:Fleet", name, options)
    {
        var child = new CustomResourceOptions { Parent = this };

        var role = new HostRole(name, new()
        {
            Account = args.Rights.Account,
            GroupPrefix = GroupNames.Prefix(args.StackName, name),
            RepositoryArns = args.Rights.RepositoryArns,
            ParameterNames = args.Host.Apply(HostParameters.Of),
            GossipKeyName = args.Rights.GossipKeyName,
            LogGroupArn = args.Rights.LogGroupArn,
            AgentZoneArn = args.Rights.AgentZoneArn,
            PermissionsBoundary = args.Rights.PermissionsBoundary,
        }, new() { Parent = this });
        var launch = new FleetTemplate
        {
            UserData = args.Host.Apply(host => EncodeUserData(name, host)),
            ProfileArn = role.ProfileArn,
            Image = HostImage.Find(args.Settings.HostImage ?? args.HostImage, args.Settings.System, this),
        };
        var template = new LaunchTemplate(name, launch.Describe(name, args), launch.Options(this));
        var group = new Group(name, FleetGroup.Describe(name, args, template), FleetGroup.Options(args.Settings, this, role));
        FleetHooks.Create(name, args.Settings.Hooks, group.Name, child);
        FleetScaling.Create(name, args.Settings, group.Name, child);

        GroupName = group.Name;
        RegisterOutputs();
    }

    [Output("groupName")] public Output<string> GroupName { get; private set; }

    private string EncodeUserData(string name, HostSpec host)
    {
        try
        {
            return HostUserData.Encode(HostUserData.Render(host), $"fleet '{name}' ({SettingKeys.OfFleet(name)})");
        }
        catch (ArgumentException error)
        {
            // With the fleet's URN and without a stack: what is wrong is in its settings.
            throw new ResourceException(error.Message, this, hideStack: true);
        }
    }
}
