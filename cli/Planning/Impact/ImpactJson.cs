using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>The impact for programs: keys only ever get added.</summary>
internal static class ImpactJson
{
    internal static readonly JsonSerializerOptions Indented = new(PlanJson.Relaxed) { WriteIndented = true, NewLine = "\n" };

    public static string Render(PlanImpact impact) => new JsonObject
    {
        ["project"] = impact.Diff.After.Project,
        ["stack"] = impact.Diff.After.Stack,
        ["against"] = impact.Against,
        ["different"] = !impact.Diff.IsEmpty,
        ["warnings"] = Texts(impact.Warnings),
        ["hosts"] = Texts(impact.Hosts.SelectMany(change => change.Facts.Select(fact => $"{change.Fleet}: {fact}"))),
        ["records"] = List(impact.Records, record => new() { ["comes"] = record.Comes, ["record"] = record.Text }),
        ["doors"] = List(impact.Doors, door => new() { ["comes"] = door.Comes, ["door"] = door.Text }),
        ["permissions"] = List(impact.Permissions, change => new()
        {
            ["gained"] = change.Gained,
            ["who"] = change.Who,
            ["actions"] = Texts(change.Actions),
            ["resource"] = change.Resource,
            ["condition"] = change.Conditions.Document,
        }),
        ["destroyed"] = Texts(impact.Destroyed.Select(thing => thing.Text)),
        ["changes"] = List(impact.Diff.Changes, Change),
        ["outputs"] = List(impact.Diff.Outputs, Property),
        ["provider"] = List(impact.Diff.Provider, Property),
        ["secrets"] = Texts(impact.Diff.Secrets),
    }.ToJsonString(Indented) + "\n";

    private static JsonObject Change(ResourceChange change) => new()
    {
        ["operation"] = JsonNamingPolicy.CamelCase.ConvertName(change.Operation.ToString()),
        ["urn"] = change.Resource.Urn,
        ["formerUrn"] = change.Before?.Urn,
        ["type"] = change.Resource.Type,
        ["name"] = change.Resource.Name,
        ["custom"] = change.Resource.Custom,
        ["reasons"] = Texts(change.Reasons),
        ["following"] = Texts(change.Following),
        ["properties"] = List(change.Properties, Property),
    };

    private static JsonObject Property(PropertyChange change) => new()
    {
        ["path"] = change.Path,
        ["option"] = change.IsOption,
        ["before"] = change.Before?.DeepClone(),
        ["after"] = change.After?.DeepClone(),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> describe) => [.. items.Select(describe)];
}
