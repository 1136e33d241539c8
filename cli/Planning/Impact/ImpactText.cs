using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>The impact for people: what matters most comes first, the single values last.</summary>
internal static class ImpactText
{
    private const string Step = "  ";

    public static string Render(PlanImpact impact)
    {
        var text = new StringBuilder();
        ValueText.Line(text, "", $"{impact.Diff.After.Project} {impact.Diff.After.Stack} against {impact.Against}: {Summary(impact.Diff)}");
        Section(text, "WARNING", impact.Warnings.Select(warning => $"! {warning}."));
        Section(text, "Gone for good", impact.Destroyed.Where(thing => !thing.IsWarned).Select(thing => thing.Text));
        Section(text, "Provider", ProviderChanges.Facts(impact.Diff));
        Section(text, "Secrets", SecretChanges.Facts(impact.Diff));
        Section(text, "Hosts", impact.Hosts.SelectMany(change => change.Facts.Select(fact => Step + fact).Prepend(change.Fleet)));
        Section(text, "Records", impact.Records.Select(record => record.ToString()));
        Section(text, "Open ports", impact.Doors.Select(door => door.ToString()));
        Section(text, "Permissions", PermissionText.Lines(impact.Permissions));
        Details(text, impact.Diff);
        return text.ToString();
    }

    private static string Summary(PlanDiff diff)
    {
        var resources = diff.Changes.Where(change => change.Resource.Custom).ToLookup(change => change.Operation);
        var counts = new[]
        {
            Count(Operation.Create, "created"),
            Count(Operation.Update, "changed"),
            Count(Operation.Replace, "replaced"),
            Count(Operation.Delete, "deleted"),
        };
        if (diff.IsEmpty) return "no differences";
        string[] beside =
        [
            .. ProviderChanges.Summary(diff),
            .. diff.Secrets.IsEmpty ? Array.Empty<string>() : ["secrets may have changed"],
        ];
        return string.Join(", ", counts.OfType<string>().DefaultIfEmpty("no resource changes").Concat(beside));

        string? Count(Operation operation, string done) =>
            resources[operation].Count() is > 0 and var count ? string.Create(CultureInfo.InvariantCulture, $"{count} {done}") : null;
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        if (!lines.Any()) return;
        ValueText.Line(text, "", "");
        ValueText.Line(text, "", title);
        foreach (var line in lines)
            ValueText.Line(text, Step, ScalarText.Escape(line));
    }

    private static void Details(StringBuilder text, PlanDiff diff)
    {
        if (diff.IsEmpty) return;
        ValueText.Line(text, "", "");
        ValueText.Line(text, "", "Details");
        if (diff.Provider.Length > 0)
            ValueText.Line(text, Step, "provider");
        foreach (var setting in diff.Provider)
            Property(text, setting);
        if (diff.Secrets.Length > 0)
            ValueText.Line(text, Step, $"secrets: {string.Join(", ", diff.Secrets.Select(ScalarText.Inline))}");
        foreach (var change in diff.Changes)
            Change(text, change);
        if (diff.Outputs.Length > 0)
            ValueText.Line(text, Step, "outputs");
        foreach (var output in diff.Outputs)
            Property(text, output);
    }

    private static void Change(StringBuilder text, ResourceChange change)
    {
        var sign = change.Operation switch { Operation.Create => "+", Operation.Update => "~", Operation.Replace => "-/+", _ => "-" };
        var resource = change.Resource;
        var former = change is { Before: { } before, After: { } after } && before.Name != after.Name ? $", {before.Name} before" : "";
        ValueText.Line(text, Step, $"{sign} {ScalarText.Inline(resource.Type)} {ScalarText.Inline(resource.Name)}{former}");
        if (change.Operation is Operation.Create)
        {
            foreach (var (option, value) in resource.Options.Where(option => !PlanText.IsOfTheSdk(option.Value)))
                ValueText.Value(text, Values, $"[{option}]:", value);
            ValueText.Entries(text, Values, resource.Inputs);
        }
        if (change.Operation is Operation.Replace)
            ValueText.Line(text, Values, $"(replaced, since it can't be changed in place: {string.Join(", ", change.Reasons)})");
        if (change.Following.Except(change.Reasons).ToArray() is { Length: > 0 } following)
            ValueText.Line(text, Values, $"(written as before, but refers to something that is new: {string.Join(", ", following)})");
        foreach (var property in change.Properties)
            Property(text, property);
    }

    private static void Property(StringBuilder text, PropertyChange change)
    {
        var label = change.IsOption ? $"[{ScalarText.Escape(change.Path)}]:" : $"{ScalarText.Escape(change.Path)}:";
        if (change is { Before: { } before, After: { } after })
            Changed(text, label, before, after);
        else if (change.After is { } added)
            ValueText.Value(text, Values, $"+ {label}", added);
        else
            ValueText.Value(text, Values, $"- {label}", change.Before);
    }

    private static void Changed(StringBuilder text, string label, JsonNode before, JsonNode after)
    {
        var (old, now) = (before.ToString(), after.ToString());
        if (old.Contains('\n', StringComparison.Ordinal) || now.Contains('\n', StringComparison.Ordinal))
        {
            ValueText.Line(text, Values, $"{label} |");
            foreach (var line in LineDiff.Between(old, now))
                ValueText.Line(text, Values + Step, line);
        }
        else
        {
            ValueText.Value(text, Values, $"- {label}", before);
            ValueText.Value(text, Values, $"+ {label}", after);
        }
    }

    private const string Values = Step + Step + Step;
}
