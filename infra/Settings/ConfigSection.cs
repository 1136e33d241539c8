using System.Collections.Immutable;
using System.Text.Json;

namespace Dockerland.Infra.Settings;

/// <summary>
/// Reads one level of the configuration. Every value is text, as the engine hands it over: numbers and booleans in their
/// usual form, lists and objects as JSON. What is wrong is collected, so that all of it is reported at once.
/// </summary>
internal sealed class ConfigSection(string prefix, IReadOnlyDictionary<string, string> values, List<string> problems)
{
    /// <summary>Checks a value: what is wrong with it, as the end of a sentence that began with it, or null.</summary>
    public delegate string? Rule(string value);

    /// <summary>The fix where no single command is one.</summary>
    public const string InFile = "Change it in the stack's configuration file";

    private readonly HashSet<string> _meant = [];
    private ImmutableArray<string> _withoutValue = [];

    private bool IsNested => prefix.Contains('.', StringComparison.Ordinal);

    public IEnumerable<string> Keys => values.Keys.Order(StringComparer.Ordinal);

    /// <summary>The key as the command line takes it: what has dots in it stands in brackets.</summary>
    public string FullKey(string key) => ConfigText.Join(prefix, key);

    /// <summary>The key of an entry of the object under a key.</summary>
    public string FullKey(string key, string entry) => ConfigText.Join($"{FullKey(key)}.", entry);

    public bool Has(string key) => values.ContainsKey(key);

    /// <summary>Whether a key is there or was meant by one that is misspelled: it is then not missed too.</summary>
    public bool Mentions(string key) => Has(key) || _meant.Contains(key);

    /// <summary>Whether nothing was found wrong with any of these keys or below them; what compares several only speaks when each is good by itself.</summary>
    public bool IsSound(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (problems.Any(problem => IsAbout(problem, ConfigText.Line(FullKey(key)))))
                return false;

        return true;
    }

    /// <summary>A text; without a fallback it is required.</summary>
    public string Text(string key, string? fallback, string example, Rule rule)
    {
        if (!values.TryGetValue(key, out var value))
        {
            if (fallback is null && !Mentions(key)) Report($"{FullKey(key)} is not set", SetCommand(key, example));
            return fallback ?? "";
        }

        // An optional text that is empty is one that isn't set.
        if (fallback is "" && value is "") return value;
        if (rule(value) is { } problem) Refuse(key, value, problem, example);
        return value;
    }

    public bool Flag(string key, bool fallback)
    {
        if (!values.TryGetValue(key, out var text)) return fallback;
        if (bool.TryParse(text, out var value)) return value;

        Refuse(key, text, "is neither true nor false", fallback ? "true" : "false");
        return fallback;
    }

    /// <param name="choices">What may be suggested for an item; never what the list has already.</param>
    public ImmutableArray<string> List(string key, ImmutableArray<string> fallback, ImmutableArray<string> choices, Rule rule, bool mayBeEmpty = false)
    {
        if (!values.TryGetValue(key, out var text)) return fallback;
        if (Items(key, "a list", SetItem(key, 0, choices[0])) is not { } list) return fallback;

        var items = list.Select(ConfigText.Of).ToImmutableArray();
        if (items.IsEmpty && !mayBeEmpty) Report($"{FullKey(key)} '{text}' has no item; it has at least one", SetItem(key, 0, choices[0]));
        var free = new Queue<string>(choices.Except(items));
        foreach (var (index, item) in items.Index())
            if (rule(item) is { } problem)
                Report($"{FullKey(key)}[{index}] '{ConfigText.Shown(item)}' {problem}", free.TryDequeue(out var choice) ? SetItem(key, index, choice) : RemoveItem(key, index));
            else if (items.IndexOf(item) < index)
                Report($"{FullKey(key)}[{index}] '{item}' is there twice", RemoveItem(key, index));

        return items;
    }

    /// <summary>A list of any words, of which some may be the same.</summary>
    public ImmutableArray<string> Words(string key)
    {
        if (!Has(key) || Items(key, "a list", InFile) is not { } list) return [];

        var words = list.Select(ConfigText.Of).ToImmutableArray();
        foreach (var (index, word) in words.Index())
            if (Rules.Any(word) is { } problem)
                Report($"{FullKey(key)}[{index}] '{ConfigText.Shown(word)}' {problem}", InFile);

        return words;
    }

    /// <summary>The texts of an object, each key and value checked by the rule.</summary>
    public ImmutableSortedDictionary<string, string> Texts(string key, Func<string, string, string?> rule)
    {
        var section = NamedSection(key, "\"\" for an empty one");
        foreach (var name in section.Keys)
            if (rule(name, section.Raw(name)) is { } problem)
                section.Report($"{section.FullKey(name)} '{ConfigText.Shown(section.Raw(name))}' {problem}", InFile);

        return section.Keys.ToImmutableSortedDictionary(name => name, section.Raw, StringComparer.Ordinal);
    }

    /// <summary>The object under a key; an absent one is empty.</summary>
    public ConfigSection Section(string key)
    {
        var (fields, withoutValue) = (ImmutableDictionary<string, string>.Empty, ImmutableArray<string>.Empty);
        if (values.TryGetValue(key, out var text))
        {
            if (ConfigText.Parse(text) is { ValueKind: JsonValueKind.Object } found)
                (fields, withoutValue) = (Fields(found), [.. found.EnumerateObject().Where(field => field.Value.ValueKind is JsonValueKind.Null).Select(field => field.Name)]);
            else
                Report($"{FullKey(key)} '{text}' is not an object of named values", InFile);
        }

        return new($"{FullKey(key)}.", fields, problems) { _withoutValue = withoutValue };
    }

    // A name is somebody's: without a value it isn't dropped, as an option is.
    private ConfigSection NamedSection(string key, string instead)
    {
        var section = Section(key);
        foreach (var name in section._withoutValue)
            section.Report($"{section.FullKey(name)} has no value", $"Write {instead}, or remove it: pulumi config rm --path {ConfigText.Word(section.FullKey(name))}");

        return section;
    }

    /// <summary>The object under a key, with none but these keys; null when there is none.</summary>
    public ConfigSection? Section(string key, IReadOnlyCollection<string> known)
    {
        if (!Has(key)) return null;

        var section = Section(key);
        if (!IsSound(key)) return null;

        section.RefuseUnknown(known);
        return section;
    }

    /// <summary>The objects of a list, each with none but these keys.</summary>
    public ImmutableArray<ConfigSection> Sections(string key, IReadOnlyCollection<string> known)
    {
        const string what = "a list of objects";
        if (!Has(key) || Items(key, what, InFile) is not { } list) return [];
        if (list.Any(item => item.ValueKind is not JsonValueKind.Object))
        {
            Report($"{FullKey(key)} '{Raw(key)}' is not {what}", InFile);
            return [];
        }

        ImmutableArray<ConfigSection> sections = [.. list.Select((item, index) => new ConfigSection($"{FullKey(key)}[{index}].", Fields(item), problems))];
        foreach (var section in sections) section.RefuseUnknown(known);
        return sections;
    }

    /// <summary>What stands under each name of the object under a key.</summary>
    /// <param name="what">Whose names they are, for the fix.</param>
    public ImmutableSortedDictionary<string, T> Named<T>(string key, string what, Rule nameRule, Func<string, ConfigSection, T> read)
    {
        var section = NamedSection(key, "{} for its defaults");
        foreach (var name in section.Keys)
            if (nameRule(name) is { } problem)
                section.Report($"{section.FullKey(name)} {problem}", $"Rename the {what} in the stack's configuration file");

        return section.Keys.ToImmutableSortedDictionary(name => name, name => read(name, section), StringComparer.Ordinal);
    }

    public string Raw(string key) => values.GetValueOrDefault(key, "");

    /// <summary>Reports each key that is none of those known.</summary>
    public void RefuseUnknown(IReadOnlyCollection<string> known)
    {
        foreach (var key in Keys.Except(known))
        {
            var nearest = NearestKey.Find(key, known);
            _meant.Add(nearest);
            Report($"{FullKey(key)} is not a setting; the nearest is {FullKey(nearest)}", $"Rename it, or remove it: pulumi config rm {PathFlag}{ConfigText.Word(FullKey(key))}");
        }
    }

    /// <summary>Reports a value that breaks a rule.</summary>
    public void Refuse(string key, string value, string problem, string example) =>
        Report($"{FullKey(key)} '{ConfigText.Shown(value)}' {problem}", SetCommand(key, example));

    /// <summary>Reports a problem, which begins with its key, and its fix. What was told already isn't told again.</summary>
    public void Report(string problem, string fix)
    {
        var line = ConfigText.Line($"{problem}. {fix}");
        if (!problems.Contains(line)) problems.Add(line);
    }

    // Null when it is no list, or something in it is nothing at all.
    private JsonElement[]? Items(string key, string what, string fix)
    {
        if (ConfigText.Parse(Raw(key)) is not { ValueKind: JsonValueKind.Array } list)
        {
            Report($"{FullKey(key)} '{Raw(key)}' is not {what}", fix);
            return null;
        }

        foreach (var (index, _) in list.EnumerateArray().Index().Where(item => item.Item.ValueKind is JsonValueKind.Null))
            Report($"{FullKey(key)}[{index}] has no value", $"Write one, or remove it: pulumi config rm --path '{FullKey(key)}[{index}]'");
        return list.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.Null) ? null : [.. list.EnumerateArray()];
    }

    private string SetItem(string key, int index, string example) => $"Set it: pulumi config set --path '{FullKey(key)}[{index}]' {ConfigText.Word(example)}";

    private string RemoveItem(string key, int index) => $"Remove it: pulumi config rm --path '{FullKey(key)}[{index}]'";

    private static ImmutableDictionary<string, string> Fields(JsonElement found) => found.EnumerateObject()
        .Where(field => field.Value.ValueKind is not JsonValueKind.Null)
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToImmutableDictionary(fields => fields.Key, fields => ConfigText.Of(fields.Last().Value));

    // Every problem begins with the key that it is about.
    private static bool IsAbout(string problem, string key) =>
        problem.StartsWith(key, StringComparison.Ordinal) && problem.AsSpan(key.Length) is [' ' or '.' or '[', ..];

    private string PathFlag => IsNested ? "--path " : "";

    private string SetCommand(string key, string example) => $"Set it: pulumi config set {PathFlag}{ConfigText.Word(FullKey(key))} {ConfigText.Word(example)}";
}
