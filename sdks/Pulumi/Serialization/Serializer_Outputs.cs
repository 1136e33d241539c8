using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>What knows of resources: outputs and the resources themselves.</summary>
internal sealed partial class Serializer
{
    private async ValueTask<Value> OutputAsync(string context, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        Dependencies.UnionWith(data.Resources);
        var inner = new Serializer(keepResources, excludeResourceReferences: excludeResourceReferences);
        var value = data.IsKnown ? await inner.SerializeAsync(context, data.Value).ConfigureAwait(false) : null;
        Dependencies.UnionWith(inner.Dependencies);
        ContainsUnknowns |= inner.ContainsUnknowns || !data.IsKnown;

        if (keepOutputValues)
        {
            return await OutputValueAsync(value, data.IsSecret, data.Resources.Union(inner.Dependencies)).ConfigureAwait(false);
        }

        if (value is null)
        {
            return Value.ForString(Constants.UnknownValue);
        }

        return data.IsSecret
            ? Value.ForStruct(Signed(Constants.SecretSignature, (Constants.ValueProperty, value)))
            : value;
    }

    private static async ValueTask<Value> OutputValueAsync(Value? value, bool isSecret, ImmutableHashSet<Resource> resources)
    {
        if (value is not null && !isSecret && resources.IsEmpty)
        {
            return value;
        }

        var result = Signed(Constants.OutputSignature);
        if (value is not null)
        {
            result.Fields[Constants.ValueProperty] = value;
        }

        if (isSecret)
        {
            result.Fields[Constants.SecretProperty] = Value.ForBool(true);
        }

        var urns = await DependencyGraph.UrnsAsync(resources).ConfigureAwait(false);
        if (urns.Count > 0)
        {
            result.Fields[Constants.DependenciesProperty] =
                Value.ForList([.. urns.Order(StringComparer.Ordinal).Select(Value.ForString)]);
        }

        return Value.ForStruct(result);
    }

    private async ValueTask<Value> CustomResourceAsync(string context, CustomResource resource)
    {
        if (!excludeResourceReferences)
        {
            Dependencies.Add(resource);
        }

        // A resource that is only known by its URN has no id.
        var id = resource.Id is { } output ? await SerializeQuietlyAsync($"{context}.id", output).ConfigureAwait(false) : null;
        if (!keepResources)
        {
            ContainsUnknowns |= id?.StringValue == Constants.UnknownValue;
            return id ?? Value.ForNull();
        }

        var urn = await SerializeQuietlyAsync($"{context}.urn", resource.Urn).ConfigureAwait(false);
        var reference = Signed(Constants.ResourceSignature, (Constants.UrnProperty, urn));
        if (id is not null)
        {
            reference.Fields[Constants.IdProperty] = id.StringValue == Constants.UnknownValue ? Value.ForString("") : id;
        }

        return Value.ForStruct(reference);
    }

    private async ValueTask<Value> ComponentAsync(string context, ComponentResource resource)
    {
        var inner = new Serializer(keepResources);
        var urn = await inner.SerializeAsync($"{context}.urn", resource.Urn).ConfigureAwait(false);
        if (!excludeResourceReferences)
        {
            Dependencies.UnionWith(inner.Dependencies);
        }

        return keepResources ? Value.ForStruct(Signed(Constants.ResourceSignature, (Constants.UrnProperty, urn))) : urn;
    }

    /// <summary>An unknown id inside a resource reference doesn't make the property unknown.</summary>
    private static ValueTask<Value> SerializeQuietlyAsync(string context, IOutput output) =>
        new Serializer(keepResources: false).SerializeAsync(context, output);
}
