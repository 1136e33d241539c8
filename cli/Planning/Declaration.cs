using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Cli.Planning;

/// <summary>A resource as its program declared it.</summary>
internal sealed record Declaration(Resource Resource, ResourceArgs? Args, ResourceOptions Options)
{
    public string Type => Resource.GetResourceType();

    public string Name => Resource.GetResourceName();

    public bool IsStack => Resource is Pulumi.Stack;

    /// <summary>The options that decide what becomes of the resource, under their names in Pulumi's documentation.</summary>
    /// <param name="urns">Where every resource of the stack stands.</param>
    /// <param name="isProtected">Whether it or what it is part of is protected.</param>
    public async Task<ImmutableSortedDictionary<string, JsonNode?>> ShownOptionsAsync(IReadOnlyDictionary<Resource, string> urns, bool? isProtected)
    {
        var custom = Options as CustomResourceOptions;
        var shown = ImmutableSortedDictionary.CreateBuilder<string, JsonNode?>(StringComparer.Ordinal);
        if (await ShownAlias.ListAsync(Options, urns) is { Count: > 0 } aliases)
            shown["aliases"] = aliases;
        Add("deleteBeforeReplace", custom?.DeleteBeforeReplace);
        Add("deletedWith", Options.DeletedWith?.GetResourceName());
        Add("ignoreChanges", Options.IgnoreChanges);
        Add("import", custom?.ImportId);
        Add("protect", isProtected);
        Add("provider", Options.Provider?.GetResourceName());
        Add("read", Options.Id is { } id ? await OutputUtilities.GetValueAsync(id.ToOutput()) : null);
        Add("replaceOnChanges", Options.ReplaceOnChanges);
        Add("retainOnDelete", Options.RetainOnDelete);
        return shown.ToImmutable();

        void Add(string name, object? value)
        {
            switch (value)
            {
                case string { Length: > 0 } text:
                    shown[name] = text;
                    break;
                case bool flag:
                    shown[name] = flag;
                    break;
                case List<string> { Count: > 0 } list:
                    shown[name] = new JsonArray([.. list.Select(item => JsonValue.Create(item))]);
                    break;
            }
        }
    }
}
