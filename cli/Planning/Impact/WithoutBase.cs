using System.Text;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>What there is to say where the base can't be planned: why, and the whole plan. It has the form of an impact, so that a comment can show it.</summary>
internal static class WithoutBase
{
    private const string Step = "  ";

    public static string Render(Plan plan, string revision, BaseFailedException error)
    {
        var text = new StringBuilder();
        ValueText.Line(text, "", $"{plan.Project} {plan.Stack} against {revision} ({error.Commit}): the base fails, so nothing to compare with");
        ValueText.Line(text, "", "");
        ValueText.Line(text, "", "WARNING");
        ValueText.Line(text, Step, "! What changes is not known, since the base fails. Below is the whole plan, of what is there already too.");
        foreach (var line in error.Message.Split('\n'))
            ValueText.Line(text, Step + Step, ScalarText.Escape(line));
        ValueText.Line(text, "", "");
        ValueText.Line(text, "", "Details");
        text.Append(PlanText.Render(plan));
        return text.ToString();
    }

    public static string RenderJson(Plan plan, string revision, BaseFailedException error) => new JsonObject
    {
        ["project"] = plan.Project,
        ["stack"] = plan.Stack,
        ["against"] = $"{revision} ({error.Commit})",
        ["different"] = true,
        ["failure"] = error.Message,
        ["plan"] = PlanJson.Object(plan),
    }.ToJsonString(ImpactJson.Indented) + "\n";
}
