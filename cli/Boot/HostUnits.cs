using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Cli.Boot;

/// <summary>A container that user-data starts and that goes on, by its unit's name.</summary>
/// <param name="Ports">On which the host answers, those of TCP.</param>
internal sealed record HostUnit(string Name, ImmutableArray<int> Ports);

/// <summary>Reads out of user-data what ought to run.</summary>
internal static partial class HostUnits
{
    private const string Folder = "/etc/systemd/system/";

    public static ImmutableArray<HostUnit> Read(string userData)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(userData));
        return
        [
            .. ((YamlSequenceNode)yaml.Documents[0].RootNode["write_files"])
                .Select(file => (Path: file["path"].ToString(), Content: ((YamlScalarNode)file["content"]).Value!))
                .Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal))
                // A oneshot ends by itself.
                .Where(file => file.Content.Contains("/dockerland-run ", StringComparison.Ordinal) && !file.Content.Contains("\nType=oneshot\n", StringComparison.Ordinal))
                .Select(file => new HostUnit(file.Path[Folder.Length..], [.. Publish().Matches(file.Content).Select(port => int.Parse(port.Groups[1].Value, CultureInfo.InvariantCulture))])),
        ];
    }

    [GeneratedRegex(@"--publish=(?:[\d.]+:)?(\d+):\d+(?=\s|""|$)", RegexOptions.Multiline)]
    private static partial Regex Publish();
}
