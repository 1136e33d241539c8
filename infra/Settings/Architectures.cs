using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>The two kinds of processors, and who speaks of which.</summary>
public static partial class Architectures
{
    public const string Amd64 = "amd64";
    public const string Arm64 = "arm64";

    internal static ImmutableArray<string> All { get; } = [Amd64, Arm64];

    /// <summary>Where AWS keeps the id of a system's newest AMI; null for one that nobody publishes any more.</summary>
    internal static string? ImageParameter(string system, string architecture) => system switch
    {
        Systems.Debian => $"/aws/service/debian/release/12/latest/{architecture}",
        Systems.AmazonLinux => $"/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-{(architecture is Arm64 ? "arm64" : "x86_64")}",
        _ => null,
    };

    internal static ImmutableArray<string> InstanceTypes(string architecture) => architecture is Arm64 ? ["t4g.small"] : ["t3.small"];

    /// <summary>What is wrong with an instance type for an architecture.</summary>
    internal static string? TypeProblem(string type, string architecture) => (ArmTypePattern().IsMatch(type), architecture) switch
    {
        (true, Amd64) => $"is an Arm type, but {SettingsReader.Project}:architecture is '{Amd64}'",
        (false, Arm64) => $"is an x86 type, but {SettingsReader.Project}:architecture is '{Arm64}'",
        _ => null,
    };

    /// <summary>What is wrong with an AMI's path or pattern for an architecture.</summary>
    internal static string? ImageProblem(string image, string architecture)
    {
        var wrong = (architecture is Arm64 ? X86ImagePattern() : ArmImagePattern()).Match(image);
        return wrong.Success && All.Contains(architecture) ? $"is an image for {wrong.Value}, but {SettingsReader.Project}:architecture is '{architecture}'" : null;
    }

    // AWS puts a g for Graviton right after the generation: t4g, c6gn, im4gn. The first generation was a1.
    [GeneratedRegex(@"^(a1\.|[a-z]+[0-9]+g)")]
    private static partial Regex ArmTypePattern();

    [GeneratedRegex("arm64|aarch64")]
    private static partial Regex ArmImagePattern();

    [GeneratedRegex("amd64|x86_64|i386")]
    private static partial Regex X86ImagePattern();
}

/// <summary>What hosts run.</summary>
public static class Systems
{
    public const string Debian = "debian";
    public const string AmazonLinux = "amazonlinux";
    public const string RancherOs = "rancheros";
}
