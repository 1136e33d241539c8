namespace Dockerland.Infra.Settings;

/// <summary>What only a look at several settings of a container finds wrong.</summary>
internal static class ContainerChecks
{
    public static void Refuse(ConfigSection section, ContainerSettings container)
    {
        var isMisspelled = container is { Image: "", Build: "" } && (section.Mentions("image") || section.Mentions("build"));
        if (section.IsSound("image", "build") && !isMisspelled && container.Image is "" == container.Build is "")
            section.Report(
                container.Image is "" ? $"{section.FullKey("image")} and build are both missing; a container has exactly one of them" : $"{section.FullKey("image")} '{container.Image}' is set together with {section.FullKey("build")} '{container.Build}'; a container has exactly one of them",
                ConfigSection.InFile);
        if (section.IsSound("network", "ports") && container.Network is ContainerSettings.HostNetwork && container.Ports.FirstOrDefault(port => port.Host != port.Container) is { } moved)
            section.Report($"{section.FullKey("ports")} '{moved}' leads to another port, but on {section.FullKey("network")} '{container.Network}' the container has the host's ports", ConfigSection.InFile);
        if (section.IsSound("ports") && container.Ports.GroupBy(port => (port.Host, port.Protocol)).FirstOrDefault(same => same.Count() > 1) is { } twice)
            section.Report($"{section.FullKey("ports")} '{twice.Last()}' takes port {twice.Key.Host}/{twice.Key.Protocol} of the host twice", ConfigSection.InFile);
        if (section.IsSound("ports", "backend") && container.Backend && container.Ports.All(port => port.Protocol is not "tcp"))
            section.Report($"{section.FullKey("backend")} 'true' needs a tcp port for the balancers, and {section.FullKey("ports")} has none", $"Set it: pulumi config set --path '{section.FullKey("ports")}[0]' 3000:3000");
        if (section.IsSound("volumes") && container.Volumes.GroupBy(volume => volume.Split(':')[1], StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } path)
            section.Report($"{section.FullKey("volumes")} '{path.Last()}' is at a path of the container that another volume has", ConfigSection.InFile);
    }
}
