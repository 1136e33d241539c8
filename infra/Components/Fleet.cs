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
        var role = new HostRole(name, new()
        {
            Account = args.Rights.Account,
            GroupPrefix = GroupNames.Prefix(args.StackName, name),
            RepositoryArns = args.Rights.RepositoryArns,
            ParameterNames = args.Host.Apply(HostParameters.Of),
            GossipKeyName = args.Rights.GossipKeyName,
            LogGroupArn = args.Rights.LogGroupArn,
            AgentZoneArn = args.Rights.AgentZoneArn,
            ServiceNames = args.Rights.ServiceNames,
            ParameterKeys = args.Rights.ParameterKeys,
            PermissionsBoundary = args.Rights.PermissionsBoundary,
            Policies = args.Settings.Policies,
        }, new() { Parent = this });
        var launch = new FleetTemplate
        {
            UserData = args.Host.Apply(host => EncodeUserData(name, host)),
            ProfileArn = role.ProfileArn,
            Image = HostImage.Find(args.Settings.HostImage ?? args.HostImage, args.Settings.System, this),
        };
        var template = new LaunchTemplate(name, launch.Describe(name, args), launch.Options(this));
        Group = new Group(name, FleetGroup.Describe(name, args, template), FleetGroup.Options(args.Settings, this, After(options, role)));
        FleetHooks.Create(name, args.Settings.Hooks, Group, this);
        FleetScaling.Create(name, args.Settings, Group.Name, new() { Parent = this });
        RegisterOutputs();
    }

    public Group Group { get; }

    // What hosts need that no input names: the engine doesn't hand a component's dependencies on to what is in it.
    private static InputList<Resource> After(ComponentResourceOptions? options, HostRole role) => (options?.DependsOn ?? []).Concat(role);

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
