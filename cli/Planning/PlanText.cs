using System.Text;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>The plan for people: a tree in the manner of YAML, made to be read and compared line by line.</summary>
internal static class PlanText
{
    private const string Step = "  ";

    public static string Render(Plan plan)
    {
        var text = new StringBuilder();
        var resources = plan.Resources.Count(resource => resource.Custom);
        var components = plan.Resources.Count(resource => !resource.Custom && resource.Depth > 0);
        ValueText.Line(text, "", $"{plan.Project} {plan.Stack}: {resources} resources in {components} components");
        foreach (var line in PlanSummary.Of(plan))
            ValueText.Line(text, Step, ScalarText.Escape(line));
        foreach (var resource in plan.Resources)
            Resource(text, resource);
        if (plan.Outputs.Count > 0)
        {
            ValueText.Line(text, "", "outputs");
            ValueText.Entries(text, Step, plan.Outputs);
        }
        return text.ToString();
    }

    private static void Resource(StringBuilder text, PlannedResource resource)
    {
        var indent = string.Concat(Enumerable.Repeat(Step, resource.Depth));
        ValueText.Line(text, indent, $"+ {ScalarText.Inline(resource.Type)} {ScalarText.Inline(resource.Name)}");
        foreach (var (option, value) in resource.Options.Where(option => !IsOfTheSdk(option.Value)))
            ValueText.Value(text, indent + Step + Step, $"[{option}]:", value);
        ValueText.Entries(text, indent + Step + Step, resource.Inputs);
    }

    /// <summary>Former names of a type are the SDK's own, which every program that uses it has.</summary>
    internal static bool IsOfTheSdk(JsonNode? option) =>
        option is JsonArray { Count: > 0 } aliases && aliases.All(alias => alias is JsonObject { Count: 1 } parts && parts.ContainsKey("type"));
}
