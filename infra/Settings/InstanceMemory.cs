using System.Globalization;
using System.Text.RegularExpressions;

namespace Dockerland.Infra.Settings;

/// <summary>How much memory an instance type has, as its name tells.</summary>
internal static partial class InstanceMemory
{
    /// <summary>In GiB, at most a tenth more than it is for the oldest generations; null where the name doesn't tell.</summary>
    public static double? Find(string type)
    {
        if (Pattern().Match(type) is not { Success: true, Groups: var parts }) return null;

        // For each size general-purpose types have twice what compute-optimized ones have, and half of what memory-optimized ones have.
        double? large = parts["family"].Value switch { "c" => 4, "m" or "t" => 8, "r" => 16, _ => null };
        double? share = parts["size"].Value switch
        {
            "nano" => 1 / 16.0,
            "micro" => 1 / 8.0,
            "small" => 1 / 4.0,
            "medium" => 1 / 2.0,
            "large" => 1,
            "xlarge" => 2 * (parts["count"].Value is "" ? 1 : int.Parse(parts["count"].Value, CultureInfo.InvariantCulture)),
            _ => null,
        };
        return large * share;
    }

    [GeneratedRegex(@"^(?<family>[a-z])[0-9][a-z-]*\.(?<count>[0-9]{0,2})(?<size>nano|micro|small|medium|large|xlarge)\z")]
    private static partial Regex Pattern();
}
