using System.Collections.Immutable;

namespace Dockerland.Infra.Rules;

/// <summary>What hosts are made from.</summary>
internal static class HostRules
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    private static readonly ImmutableArray<string> Bounds = ["minHealthyPercentage", "maxHealthyPercentage"];

    public static ImmutableArray<Rule> All { get; } =
    [
        new("template-version", [Group], TemplateVersion),
        new("refresh-bounds", [Group], RefreshBounds),
        new("imdsv2", [Template], MetadataTokens),
        new("encrypted-volumes", [Template], EncryptedVolumes),
        new("secret-in-user-data", [Template], SecretInUserData),
    ];

    // Under a moving version nothing changes that the engine could see: no host is ever replaced.
    private static string? TemplateVersion(ResourceInputs group)
    {
        object?[] templates =
        [
            group.At("launchTemplate"),
            group.At("mixedInstancesPolicy", "launchTemplate", "launchTemplateSpecification"),
            .. ResourceInputs.List(group.At("mixedInstancesPolicy", "launchTemplate", "overrides")).Select(part => ResourceInputs.At(part, "launchTemplateSpecification")),
        ];
        return templates
            .Where(template => template is not null && template != ResourceInputs.Unknown)
            .Select(template => ResourceInputs.At(template, "version") ?? ResourceInputs.At(template, "launchTemplateVersion"))
            .Where(version => version != ResourceInputs.Unknown)
            .Select(ResourceInputs.Text)
            .Where(version => version is null or "" or ['$', ..])
            .Select(version => $"takes version '{(version is null or "" ? "$Default" : version)}' of its launch template, so a changed template replaces no host. Name the version by number: template.LatestVersion")
            .FirstOrDefault();
    }

    // The provider sends 90 and 100 for what isn't stated, which override the group's own policy.
    private static string? RefreshBounds(ResourceInputs group)
    {
        if (group.At("instanceRefresh") is not { } refresh || refresh == ResourceInputs.Unknown) return null;
        var missing = Bounds.Where(bound => ResourceInputs.At(refresh, "preferences", bound) is null).ToArray();
        return missing.Length > 0 ? $"has an instance refresh without {string.Join(" and ", missing)}, for which the provider takes 90 and 100: a fleet of one loses its only host. State both" : null;
    }

    private static string? MetadataTokens(ResourceInputs template) => template.At("metadataOptions", "httpTokens") switch
    {
        var tokens when tokens == ResourceInputs.Unknown || tokens is "required" => null,
        _ when template.At("metadataOptions", "httpEndpoint") is "disabled" => null,
        var tokens => $"has metadataOptions.httpTokens '{ResourceInputs.Text(tokens) ?? "not set"}': whoever makes a host fetch an address gets its credentials. Set it to 'required'",
    };

    private static string? EncryptedVolumes(ResourceInputs template)
    {
        if (template.At("blockDeviceMappings") is var mappings && mappings == ResourceInputs.Unknown) return null;
        var volumes = ResourceInputs.List(mappings).Where(mapping => ResourceInputs.At(mapping, "noDevice") is null && ResourceInputs.At(mapping, "virtualName") is null).ToArray();
        if (volumes.Length == 0) return "names no volume, so that its image decides whether the hosts' disks are encrypted. Map the root device with ebs.encrypted 'true'";
        return volumes
            .Where(volume => ResourceInputs.At(volume, "ebs", "encrypted") is var encrypted && encrypted != ResourceInputs.Unknown && ResourceInputs.Text(encrypted) is not "true")
            .Select(volume => $"has a volume {ResourceInputs.Text(ResourceInputs.At(volume, "deviceName"))} with ebs.encrypted '{ResourceInputs.Text(ResourceInputs.At(volume, "ebs", "encrypted")) ?? "not set"}'. Set it to 'true'")
            .FirstOrDefault();
    }

    private static string? SecretInUserData(ResourceInputs template) => template.Secrets.Contains("userData")
        ? "has a secret in its user-data, which every container on the host can read and the cloud keeps in clear. Put it into a SecureString that the host reads at boot"
        : null;
}
