using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Ssm;

namespace Dockerland.Infra.Components;

/// <summary>
/// The AMI of a fleet's hosts, and what a newer one of the same name does:
/// | given by | roll | a newer image |
/// | id | | there is none |
/// | parameter | false | EC2 looks it up at each launch: new hosts take it |
/// | parameter | true | changes the template at the next deployment, and so rolls |
/// | owner and filter | false | is nobody's: the template keeps the one that it was made with |
/// | owner and filter | true | changes the template at the next deployment, and so rolls |
/// </summary>
/// <param name="RootDevice">The name that the image gives its root volume. With another one the template's volume would be a second one, and the root stay as the image has it.</param>
/// <param name="IsKept">Whether the template keeps the image that it was made with.</param>
internal sealed record HostImage(Input<string> Id, Input<string> RootDevice, bool IsKept = false)
{
    public static HostImage Find(HostImageSettings settings, string system, Resource parent)
    {
        if (settings.Id is not "") return new(settings.Id, settings.RootDevice is "" ? FindRootDevice(settings.Id, parent) : settings.RootDevice);
        if (settings.Filter is not "") return FindNewest(settings, parent);

        var device = settings.RootDevice is "" ? RootDeviceOf(system) : settings.RootDevice;
        if (!settings.Roll) return new($"resolve:ssm:{settings.Parameter}", device);

        // The value that isn't marked as a secret; an image's id is none.
        var parameter = GetParameter.Invoke(new() { Name = settings.Parameter }, new InvokeOptions { Parent = parent });
        return new(parameter.Apply(found => found.InsecureValue), device);
    }

    private static Output<string> FindRootDevice(string id, Resource parent)
    {
        var image = GetAmi.Invoke(
            new()
            {
                Filters = { new GetAmiFilterInputArgs { Name = "image-id", Values = { id } } },
                // Two years after its release Debian deprecates an image, which works as before.
                IncludeDeprecated = true,
            },
            new InvokeOptions { Parent = parent });
        return image.Apply(found => found.RootDeviceName);
    }

    private static HostImage FindNewest(HostImageSettings settings, Resource parent)
    {
        var image = GetAmi.Invoke(
            new()
            {
                Owners = { settings.Owner },
                Filters = { new GetAmiFilterInputArgs { Name = "name", Values = { settings.Filter } } },
                MostRecent = true,
            },
            new InvokeOptions { Parent = parent });
        return new(image.Apply(found => found.ImageId), settings.RootDevice is "" ? image.Apply(found => found.RootDeviceName) : settings.RootDevice, IsKept: !settings.Roll);
    }

    /// <summary>As the systems' own images have it. What a parameter holds may be another image by the time that a host comes.</summary>
    private static string RootDeviceOf(string system) => system is Systems.RancherOs ? "/dev/sda1" : "/dev/xvda";
}
