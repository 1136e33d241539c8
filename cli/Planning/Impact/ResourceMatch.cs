using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>
/// Finds each resource of a plan in another one, as the engine finds it in a stack's state: by its URN, else by its aliases,
/// else by those that it inherits from a parent which was itself found by one.
/// </summary>
internal static class ResourceMatch
{
    private const string StackType = "pulumi:pulumi:Stack";

    /// <summary>URN in the second plan → the resource in the first.</summary>
    public static ImmutableDictionary<string, PlannedResource> Pair(Plan before, Plan after)
    {
        var free = before.Resources.ToDictionary(resource => resource.Urn);
        var found = new Dictionary<string, PlannedResource>();
        foreach (var resource in after.Resources)
        {
            if (free.Remove(resource.Urn, out var same))
                found[resource.Urn] = same;
        }
        foreach (var resource in after.Resources.Where(resource => !found.ContainsKey(resource.Urn)))
        {
            foreach (var name in FormerNames(resource, found))
            {
                if (!free.Remove(name, out var former)) continue;
                found[resource.Urn] = former;
                break;
            }
        }
        return found.ToImmutableDictionary();
    }

    private static IEnumerable<string> FormerNames(PlannedResource resource, Dictionary<string, PlannedResource> found)
    {
        var parent = resource.Parent is { } urn && found.TryGetValue(urn, out var former) ? former.Urn : resource.Parent;
        string[] own = [.. resource.Aliases.Select(alias => Resolve(alias, resource, parent))];
        return parent == resource.Parent
            ? own
            : own.Append(resource.Urn).SelectMany(name => new[] { name, Inherited(name, resource.Parent!, parent!) });
    }

    private static string Resolve(JsonNode alias, PlannedResource resource, string? parent)
    {
        if (alias is not JsonObject parts)
            return alias.GetValue<string>();
        var own = Urn.Parse(resource.Urn);
        var above = parts["noParent"] is not null ? null : Text("parentUrn") ?? parent;
        return Urn.Below(above, Text("stack") ?? own.Stack, Text("project") ?? own.Project, Text("type") ?? resource.Type, Text("name") ?? resource.Name).ToString();

        string? Text(string key) => parts[key]?.GetValue<string>();
    }

    // A child that is called after its parent is taken to have been called after the parent's former name.
    private static string Inherited(string name, string parent, string formerParent)
    {
        var (child, above, former) = (Urn.Parse(name), Urn.Parse(parent), Urn.Parse(formerParent));
        var childName = child.Name.StartsWith(above.Name, StringComparison.Ordinal) ? former.Name + child.Name[above.Name.Length..] : child.Name;
        return Urn.Below(formerParent, former.Stack, former.Project, child.Type.Split('$')[^1], childName).ToString();
    }

    private sealed record Urn(string Stack, string Project, string Type, string Name)
    {
        public static Urn Parse(string text) => text.Split("::", 4) is [var stack, var project, var type, var name]
            ? new(stack["urn:pulumi:".Length..], project, type, name)
            : throw new CliException($"'{text}' is not a URN. Write an alias as urn:pulumi:STACK::PROJECT::TYPE::NAME, or by what differs.");

        /// <summary>The stack's own type stands in no URN but its own.</summary>
        public static Urn Below(string? parent, string stack, string project, string type, string name) =>
            parent is not null && Parse(parent).Type is not StackType and var above ? new(stack, project, $"{above}${type}", name) : new(stack, project, type, name);

        public override string ToString() => $"urn:pulumi:{Stack}::{Project}::{Type}::{Name}";
    }
}
