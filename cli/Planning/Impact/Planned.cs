using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>Questions about a planned resource.</summary>
internal static class Planned
{
    extension(PlannedResource resource)
    {
        public IEnumerable<JsonNode> Aliases => (resource.Options.GetValueOrDefault("aliases") as JsonArray ?? []).OfType<JsonNode>();

        public bool IsProtected => resource.HasOption("protect");

        public bool IsDeletedFirst => resource.HasOption("deleteBeforeReplace");

        public bool IsRetained => resource.HasOption("retainOnDelete");

        public IEnumerable<string> ListOption(string name) => (resource.Options.GetValueOrDefault(name) as JsonArray ?? []).Select(item => item!.GetValue<string>());

        public JsonNode? Input(params ReadOnlySpan<string> path)
        {
            JsonNode? value = null;
            foreach (var (depth, key) in path.ToArray().Index())
                value = depth == 0 ? resource.Inputs.GetValueOrDefault(key) : (value as JsonObject)?[key];
            return value;
        }

        public string? Text(params ReadOnlySpan<string> path) =>
            resource.Input(path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

        /// <summary>A number, also one that is written as a text.</summary>
        public int? Number(params ReadOnlySpan<string> path) =>
            int.TryParse(resource.Input(path)?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

        public bool IsTrue(params ReadOnlySpan<string> path) => resource.Input(path)?.ToString() is "true";

        /// <summary>Whether the input holds something that only a deployment of the other one can tell.</summary>
        public bool Takes(string input, PlannedResource other, string output = "") =>
            resource.Dependencies.GetValueOrDefault(input, []).Contains(other.Urn)
            && resource.Inputs.GetValueOrDefault(input)?.ToJsonString(PlanJson.Relaxed).Contains($"<{other.Name}.{output}", StringComparison.Ordinal) is true;

        private bool HasOption(string name) => resource.Options.GetValueOrDefault(name)?.GetValueKind() is JsonValueKind.True;
    }
}
