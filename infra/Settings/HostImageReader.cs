namespace Dockerland.Infra.Settings;

/// <summary>Reads <c>hostImage</c> of the stack or of a fleet: one way to find an AMI.</summary>
internal static class HostImageReader
{
    private const string Key = "hostImage";

    private static readonly string[] Ways = ["id", "parameter", "owner"];

    /// <param name="architecture">Null when it is itself wrong: there is then nothing to hold the image to.</param>
    /// <returns>Null when it isn't set.</returns>
    public static HostImageSettings? Read(ConfigSection owner, string? architecture)
    {
        if (owner.Section(Key, SettingKeys.Of<HostImageSettings>()) is not { } section || !section.Keys.Any()) return null;

        string? Fits(string image) => architecture is null ? null : Architectures.ImageProblem(image, architecture);
        var example = Architectures.ImageParameter(Systems.Debian, architecture ?? Architectures.Amd64) ?? "";
        var image = new HostImageSettings
        {
            Id = section.Text("id", "", "ami-0123456789abcdef0", Rules.AmiId),
            Parameter = section.Text("parameter", "", example, path => Rules.Parameter(path) ?? Fits(path)),
            Owner = section.Text("owner", "", "136693071363", Rules.AmiOwner),
            Filter = section.Text("filter", "", $"debian-12-{architecture ?? Architectures.Amd64}-*", filter => Rules.Any(filter) ?? Fits(filter)),
            HasRunner = section.Flag("hasRunner", false),
            Roll = section.Flag("roll", false),
            RootDevice = section.Text("rootDevice", "", "/dev/sda1", Rules.Device),
        };
        if (image is { HasRunner: true, Id: "", Parameter: "", Filter: "" } && section.IsSound("id", "parameter", "owner", "filter"))
            section.Report($"{section.FullKey("hasRunner")} 'true' is about an image of your own, and {owner.FullKey(Key)} names none", $"Name it: pulumi config set --path {section.FullKey("id")} ami-0123456789abcdef0");
        if (section.IsSound("owner", "filter") && image.Owner is "" != image.Filter is "")
            owner.Report(
                image.Owner is "" ? $"{section.FullKey("filter")} '{image.Filter}' is set without {section.FullKey("owner")}" : $"{section.FullKey("owner")} '{image.Owner}' is set without {section.FullKey("filter")}",
                ConfigSection.InFile);
        string[] ways = [.. Ways.Where(way => section.Raw(way) is not "")];
        if (ways.Length > 1 && section.IsSound("id", "parameter", "owner", "filter"))
            owner.Report($"{section.FullKey(ways[0])} '{section.Raw(ways[0])}' is set together with {section.FullKey(ways[1])}; an image is found in one way", $"Keep one: pulumi config rm --path {section.FullKey(ways[1])}");
        return image;
    }

    /// <summary>The image that a fleet ends up with: its own, the stack's, or its system's newest.</summary>
    /// <returns>Null when there is none: nobody publishes RancherOS any more.</returns>
    public static HostImageSettings? Resolve(HostImageSettings? own, HostImageSettings stack, string system, string architecture)
    {
        // An image has one system, and that of the stack has Debian.
        var shared = system is Systems.Debian ? stack : new() { Roll = stack.Roll };
        return Complete(own ?? shared, system, architecture);
    }

    /// <summary>An image that is found in some way: by itself, the system's newest.</summary>
    public static HostImageSettings? Complete(HostImageSettings image, string system, string architecture)
    {
        if (image is not { Id: "", Parameter: "", Filter: "" }) return image;

        return Architectures.ImageParameter(system, architecture) is { } parameter ? image with { Parameter = parameter } : null;
    }
}
