namespace Dockerland.Cli.Planning;

/// <summary>Where a resource stands in its stack.</summary>
/// <param name="IsProtected">Children inherit it, unless they say otherwise.</param>
internal sealed record ResourcePlace(Declaration Declaration, string Urn, string? Parent, int Depth, bool? IsProtected);

/// <summary>Puts declarations into the order of a plan: each below its parent, siblings by type and name.</summary>
internal static class ResourceTree
{
    public static IEnumerable<ResourcePlace> Arrange(IReadOnlyCollection<Declaration> declarations, string project, string stack)
    {
        var root = declarations.Single(declaration => declaration.IsStack);
        var children = declarations
            .Where(declaration => declaration != root)
            .ToLookup(declaration => declaration.Options.Parent ?? root.Resource);
        return Visit(root, null, "", 0, null);

        IEnumerable<ResourcePlace> Visit(Declaration declaration, string? parent, string parentType, int depth, bool? inherited)
        {
            var type = parentType.Length == 0 ? declaration.Type : $"{parentType}${declaration.Type}";
            var urn = $"urn:pulumi:{stack}::{project}::{type}::{declaration.Name}";
            // The stack's own type stands in no URN but its own.
            var prefix = declaration.IsStack ? "" : type;
            var isProtected = declaration.Options.Protect ?? inherited;
            return children[declaration.Resource]
                .OrderBy(child => child.Type, StringComparer.Ordinal)
                .ThenBy(child => child.Name, StringComparer.Ordinal)
                .SelectMany(child => Visit(child, urn, prefix, depth + 1, isProtected))
                .Prepend(new(declaration, urn, parent, depth, isProtected));
        }
    }
}
