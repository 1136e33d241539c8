using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dockerland.Tests.EndToEnd.Plans;

/// <summary>
/// Compares a value of <c>plan</c> with the one that a program sent to the engine's preview:
/// | plan | preview |
/// | a placeholder <c>&lt;web.name&gt;</c> | an unknown, or a name that the provider made up |
/// | a text with placeholders | an unknown, or the same text with made-up names |
/// | a list or object with placeholders | an unknown, as when it came whole from an output |
/// | <c>&lt;secret&gt;</c> | a secret |
/// | <c>&lt;archive sha256:…&gt;</c>, <c>&lt;archive artifacts/packages/…&gt;</c> | a file or an archive |
/// | anything else | the same, user-data decoded |
/// </summary>
internal static partial class PlanMatch
{
    /// <summary>Every difference, each with its path; none when they match.</summary>
    public static IEnumerable<string> Differences(string path, JsonElement plan, JsonElement sent)
    {
        sent = WireValue.IsSecret(sent) ? sent : WireValue.Unwrap(sent);
        return (plan.ValueKind, sent.ValueKind) switch
        {
            (JsonValueKind.String, _) when TextMatches(plan.GetString()!, sent) => [],
            (JsonValueKind.Array or JsonValueKind.Object, _) when WireValue.IsUnknown(sent) && HasPlaceholder(plan) => [],
            (JsonValueKind.Object, JsonValueKind.Object) when !WireValue.IsSecret(sent) => ObjectDifferences(path, plan, sent),
            (JsonValueKind.Array, JsonValueKind.Array) when plan.GetArrayLength() == sent.GetArrayLength() =>
                plan.EnumerateArray().Zip(sent.EnumerateArray()).Index().SelectMany(item => Differences($"{path}[{item.Index}]", item.Item.First, item.Item.Second)),
            (not JsonValueKind.String, _) when JsonElement.DeepEquals(plan, sent) => [],
            _ => [$"{path}: plan has {plan.GetRawText()}, the preview {sent.GetRawText()}"],
        };
    }

    private static IEnumerable<string> ObjectDifferences(string path, JsonElement plan, JsonElement sent)
    {
        var names = plan.EnumerateObject().Select(member => member.Name).Union(sent.EnumerateObject().Select(member => member.Name));
        return names.SelectMany(name => (plan.TryGetProperty(name, out var planned), sent.TryGetProperty(name, out var given)) switch
        {
            (true, true) => Differences($"{path}.{name}", planned, given),
            (true, false) => [$"{path}.{name}: only plan has it, {planned.GetRawText()}"],
            _ => [$"{path}.{name}: only the preview has it, {given.GetRawText()}"],
        });
    }

    private static bool HasPlaceholder(JsonElement plan) => plan.ValueKind switch
    {
        JsonValueKind.String => Placeholder().IsMatch(plan.GetString()!),
        JsonValueKind.Array => plan.EnumerateArray().Any(HasPlaceholder),
        JsonValueKind.Object => plan.EnumerateObject().Any(member => HasPlaceholder(member.Value)),
        _ => false,
    };

    private static bool TextMatches(string plan, JsonElement sent)
    {
        if (WireValue.IsSecret(sent)) return plan == "<secret>";
        if (WireValue.IsUnknown(sent)) return plan == "<unknown>" || Placeholder().IsMatch(plan);
        if (WireValue.IsAssetOrArchive(sent)) return SourceHash().IsMatch(plan);
        if (sent.ValueKind != JsonValueKind.String) return false;
        var text = sent.GetString()!;
        return plan == text || WithMadeUpNames(plan).IsMatch(text) || plan == WireValue.Decode(text);
    }

    /// <summary>Pulumi makes up a name from the resource's own and seven hexadecimal digits.</summary>
    private static Regex WithMadeUpNames(string plan)
    {
        var pattern = string.Join(null, Placeholder().Split(plan).Select((part, index) => index % 2 == 0 ? Regex.Escape(part) : $"{Regex.Escape(part)}-[0-9a-f]{{7}}"));
        return new Regex($"^{pattern}$");
    }

    [GeneratedRegex(@"<([A-Za-z0-9-]+)(?:\.[A-Za-z0-9]+(?:\[\d\])?)+>")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^<(archive|file) (sha256:[0-9a-f]{16}[^>]*|artifacts/packages/[^>]+)>$")]
    private static partial Regex SourceHash();
}
