using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Documentation;

/// <summary>The summaries of the settings' types and members, which the compiler puts beside the program.</summary>
internal sealed partial class MemberSummaries
{
    private readonly Dictionary<string, XElement> _summaries;

    private MemberSummaries(XDocument document) => _summaries = document.Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")?.Value ?? "", member => member.Element("summary") ?? member, StringComparer.Ordinal);

    public static MemberSummaries Read() =>
        new(XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{typeof(StackSettings).Assembly.GetName().Name}.xml")));

    public string OfType(Type type) => Text($"T:{type.FullName}");

    public string Of(PropertyInfo property) => Text($"P:{property.DeclaringType?.FullName}.{property.Name}");

    private string Text(string member) =>
        _summaries.TryGetValue(member, out var summary)
            ? Space().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : throw new CliException($"{member[2..]} has no summary. Say in one what the setting means.");

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        // Members are named as keys.
        XElement { Name.LocalName: "see" } see when see.Attribute("cref") is { } target => $"`{SettingKeys.Key(target.Value.Split('.')[^1])}`",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
