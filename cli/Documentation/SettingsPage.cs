using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Dockerland.Infra.Settings;

namespace Dockerland.Cli.Documentation;

/// <summary>The reference of all settings: a table for the stack, and one for each kind of object in it.</summary>
internal sealed class SettingsPage(IReadOnlyDictionary<string, string> descriptions, MemberSummaries summaries)
{
    private const string Beginning = """
        # Settings
        Every key of a stack's configuration, `Pulumi.STACK.yaml`. `./dockerland settings` prints this page from the program itself.
        What is wrong is refused before anything is registered, each in one line with the key, the value, the limit and the fix.

        """;

    /// <param name="descriptions">Of the stack's own keys, as Pulumi.yaml has them; the others' are those of the program's members.</param>
    public static string Render(IReadOnlyDictionary<string, string> descriptions) => new SettingsPage(descriptions, MemberSummaries.Read()).Render();

    private string Render()
    {
        var page = new StringBuilder(Beginning);
        var stack = SettingKinds.KeysOf(typeof(StackSettings)).Where(key => SettingKeys.Stack.Contains(SettingKinds.KeyOf(key)));
        Table(page, "`dockerland:`", "", stack, new StackSettings { Region = "", Zone = "", Environment = "", Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty }, key => descriptions[SettingKinds.KeyOf(key)]);
        foreach (var (type, paths) in SettingKinds.Objects())
            Table(page, SettingKinds.TitleOf(type), $"{string.Join(", ", paths.Select(path => $"`{path}`"))}: {summaries.OfType(type)}\n\n", SettingKinds.KeysOf(type), SettingKinds.DefaultOf(type), summaries.Of);

        return page.ToString();
    }

    private static void Table(StringBuilder page, string title, string text, IEnumerable<PropertyInfo> keys, object defaults, Func<PropertyInfo, string> meaning)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n{text}| key | is | default | meaning |\n|---|---|---|---|\n");
        foreach (var key in keys)
            page.Append(CultureInfo.InvariantCulture, $"| `{SettingKinds.KeyOf(key)}` | {SettingKinds.Describe(key.PropertyType)} | {Default(key, defaults)} | {meaning(key).Replace("|", "\\|", StringComparison.Ordinal)} |\n");
    }

    private static string Default(PropertyInfo key, object defaults) => key.GetValue(defaults) switch
    {
        _ when key.GetCustomAttribute<RequiredMemberAttribute>() is not null && key.Name is not nameof(FleetSettings.Role) => "required",
        null or "" => "",
        bool flag => flag ? "`true`" : "`false`",
        string text => $"`{text}`",
        IDictionary => "",
        IEnumerable items => string.Join(", ", items.Cast<object>().Select(item => $"`{item}`")),
        IFormattable number => $"`{number.ToString(null, CultureInfo.InvariantCulture)}`",
        _ => "",
    };
}
