using System.Globalization;
using System.Text;

namespace Dockerland.MetadataAgent.Targets;

/// <summary>What <c>ros config merge</c> takes: variables of RancherOS's services, and labels of its Docker.</summary>
internal static class RancherConfig
{
    public static string Render(IReadOnlyDictionary<string, string> labels, IReadOnlyDictionary<string, string> variables)
    {
        var document = new StringBuilder("rancher:\n  docker:\n    extra_args:");
        if (labels.Count is 0) document.Append(" []");
        document.Append('\n');
        foreach (var (key, value) in labels.OrderBy(label => label.Key, StringComparer.Ordinal)) document.Append("      - ").Append(Quote($"--label={key}={value}")).Append('\n');
        document.Append("  environment:");
        if (variables.Count is 0) document.Append(" {}");
        document.Append('\n');
        foreach (var (name, value) in variables.OrderBy(variable => variable.Key, StringComparer.Ordinal)) document.Append($"    {name}: ").Append(Quote(value)).Append('\n');
        return document.ToString();
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when char.IsControl(character) => string.Create(CultureInfo.InvariantCulture, $"\\x{(int)character:x2}"),
                _ => character.ToString(),
            });
        return quoted.Append('"').ToString();
    }
}
