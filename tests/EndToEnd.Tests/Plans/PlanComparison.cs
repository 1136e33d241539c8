using System.Text.Json;
using System.Text.RegularExpressions;
using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Plans;

/// <summary>Compares what <c>./dockerland plan --json</c> shows with what the engine's preview registered.</summary>
internal static class PlanComparison
{
    public static IEnumerable<string> Differences(string plan, PulumiRun preview)
    {
        var planned = JsonElement.Parse(WithAnswers(plan, preview)).GetProperty("resources").EnumerateArray().ToDictionary(Identity, resource => resource.GetProperty("inputs"));
        var sent = Registrations.Of(preview).ToDictionary(Identity, request => request.GetProperty("object"));
        return planned.Keys.Except(sent.Keys).Select(identity => $"only plan has {identity}")
            .Concat(sent.Keys.Except(planned.Keys).Select(identity => $"only the preview has {identity}"))
            .Concat(planned.Keys.Intersect(sent.Keys).SelectMany(identity => PlanMatch.Differences(identity, planned[identity], sent[identity])));
    }

    /// <summary>The plan where functions' placeholders are what the provider answered the preview: it answers them even then.</summary>
    private static string WithAnswers(string plan, PulumiRun preview)
    {
        foreach (var call in preview.Calls.Where(call => call.Method == "/pulumirpc.ResourceMonitor/Invoke"))
        {
            var function = NameOf(call.Request);
            foreach (var answer in call.Response.GetProperty("return").EnumerateObject().Where(answer => answer.Value.ValueKind == JsonValueKind.String))
                plan = plan.Replace($"<{function}.{answer.Name}>", answer.Value.GetString(), StringComparison.Ordinal);
            // A plan doesn't know how many a list has.
            foreach (var answer in call.Response.GetProperty("return").EnumerateObject().Where(answer => answer.Value.ValueKind == JsonValueKind.Array))
            {
                var item = $"\"<{Regex.Escape($"{function}.{answer.Name}")}\\[[0-9]+\\]>\"";
                plan = Regex.Replace(plan, $"\\[\\s*{item}(,\\s*{item})*\\s*\\]", answer.Value.GetRawText().Replace("$", "$$", StringComparison.Ordinal));
            }
        }

        return plan;
    }

    /// <summary>A function as placeholders name it: with what it was asked, in the order of its arguments' names.</summary>
    private static string NameOf(JsonElement request)
    {
        var function = request.GetProperty("tok").GetString()!.Split(':')[^1];
        var asked = request.GetProperty("args").EnumerateObject()
            .Where(argument => argument.Value.ValueKind == JsonValueKind.String)
            .OrderBy(argument => argument.Name, StringComparer.Ordinal)
            .Select(argument => argument.Value.GetString())
            .ToArray();
        return asked.Length is 0 ? function : $"{function}({string.Join(',', asked)})";
    }

    /// <summary>Type, name, and the parent's type and name: the mocks' URNs nest otherwise than the engine's.</summary>
    private static string Identity(JsonElement resource)
    {
        var self = $"{resource.GetProperty("type").GetString()} {resource.GetProperty("name").GetString()}";
        if (!resource.TryGetProperty("parent", out var parent) || parent.GetString() is not { Length: > 0 } urn) return self;
        var step = new PulumiStep("", urn);
        return $"{self} of {step.Type} {step.Name}";
    }
}
