using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Reads the wire's values into plain ones (section C.3 of the protocol): bool, double, string, ImmutableArray,
/// ImmutableDictionary, assets, archives and resources. One unknown or secret value inside makes the whole unknown or secret.
/// </summary>
internal static class Deserializer
{
    public static OutputData<object?> Deserialize(Value value) => DeepCall.Run(value, DeserializeHere);

    private static OutputData<object?> DeserializeHere(Value value)
    {
        var isSecret = false;
        while (IsSigned(value, out var signature) && signature == Constants.SecretSignature)
        {
            isSecret = true;
            value = value.StructValue.Fields.GetValueOrDefault(Constants.ValueProperty) ?? throw new InvalidOperationException(
                "Secrets must have a field called 'value'");
        }

        var data = DeserializePlain(value);
        return isSecret ? new(data.Resources, data.Value, data.IsKnown, true) : data;
    }

    private static bool IsSigned(Value value, out string signature)
    {
        signature = value.KindCase == Value.KindOneofCase.StructValue &&
            value.StructValue.Fields.TryGetValue(Constants.SignatureKey, out var field)
            ? field.StringValue
            : "";
        return signature.Length > 0;
    }

    private static OutputData<object?> DeserializePlain(Value value)
    {
        if (IsSigned(value, out var signature))
        {
            return DeserializeSigned(signature, value.StructValue);
        }

        return value.KindCase switch
        {
            Value.KindOneofCase.NumberValue => Known(value.NumberValue),
            Value.KindOneofCase.BoolValue => Known(value.BoolValue),
            Value.KindOneofCase.StringValue when Constants.UnknownValues.Contains(value.StringValue) =>
                new([], null, isKnown: false, isSecret: false),
            Value.KindOneofCase.StringValue => Known(value.StringValue),
            Value.KindOneofCase.ListValue => DeserializeList(value.ListValue),
            Value.KindOneofCase.StructValue => DeserializeObject(value.StructValue),
            _ => Known(null),
        };
    }

    private static OutputData<object?> DeserializeList(ListValue list)
    {
        var items = ImmutableArray.CreateBuilder<object?>(list.Values.Count);
        var state = Known(null);
        foreach (var value in list.Values)
        {
            var item = Deserialize(value);
            items.Add(item.Value);
            state = Merge(state, item);
        }

        return state.With<object?>(items.MoveToImmutable());
    }

    private static OutputData<object?> DeserializeObject(Struct value)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        var state = Known(null);
        foreach (var (key, field) in value.Fields)
        {
            if (!key.StartsWith(Constants.InternalPrefix, StringComparison.Ordinal))
            {
                var entry = Deserialize(field);
                entries.Add(key, entry.Value);
                state = Merge(state, entry);
            }
        }

        return state.With<object?>(entries.ToImmutable());
    }

    private static OutputData<object?> DeserializeSigned(string signature, Struct value) => signature switch
    {
        Constants.AssetSignature => Known(ToAsset(value)),
        Constants.ArchiveSignature => Known(ToArchive(value)),
        Constants.ResourceSignature => Known(ToResource(value)),
        Constants.OutputSignature => FromOutputValue(value),
        _ => throw new InvalidOperationException($"Unrecognized signature when unmarshalling value: '{signature}'"),
    };

    private static Asset ToAsset(Struct value) =>
        Text(value, Constants.PathProperty) is { } path ? new FileAsset(path)
        : Text(value, Constants.UriProperty) is { } uri ? new RemoteAsset(uri)
        : Text(value, Constants.TextProperty) is { } text ? new StringAsset(text)
        : throw new InvalidOperationException("Value was marked as Asset, but did not conform to required shape.");

    private static Archive ToArchive(Struct value)
    {
        if (Text(value, Constants.PathProperty) is { } path)
        {
            return new FileArchive(path);
        }

        if (Text(value, Constants.UriProperty) is { } uri)
        {
            return new RemoteArchive(uri);
        }

        if (value.Fields.TryGetValue(Constants.AssetsProperty, out var assets) && assets.StructValue is { } contents)
        {
            return new AssetArchive(contents.Fields.ToDictionary(
                entry => entry.Key,
                entry => Deserialize(entry.Value).Value as AssetOrArchive ?? throw new InvalidOperationException(
                    "AssetArchive contained an element that wasn't itself an Asset or Archive.")));
        }

        throw new InvalidOperationException("Value was marked as Archive, but did not conform to required shape.");
    }

    private static Resource ToResource(Struct value) => ResourcePackages.Reference(
        Text(value, Constants.UrnProperty) ?? throw new InvalidOperationException(
            "Value was marked as a Resource, but did not conform to required shape."),
        Text(value, "packageVersion"));

    private static OutputData<object?> FromOutputValue(Struct value)
    {
        var resources = value.Fields.TryGetValue(Constants.DependenciesProperty, out var urns)
            ? urns.ListValue.Values.Select(urn => (Resource)new DependencyResource(urn.StringValue)).ToImmutableHashSet()
            : [];
        var isSecret = value.Fields.TryGetValue(Constants.SecretProperty, out var secret) && secret.BoolValue;
        if (!value.Fields.TryGetValue(Constants.ValueProperty, out var inner))
        {
            return new(resources, null, isKnown: false, isSecret);
        }

        var data = Deserialize(inner);
        return Merge(new(resources, null, true, isSecret), data).With(data.Value);
    }

    private static string? Text(Struct value, string key) =>
        value.Fields.TryGetValue(key, out var field) && field.KindCase == Value.KindOneofCase.StringValue
            ? field.StringValue
            : null;

    private static OutputData<object?> Known(object? value) => OutputData<object?>.Known(value);

    private static OutputData<object?> Merge(OutputData<object?> a, OutputData<object?> b) => new(
        a.Resources.IsEmpty ? b.Resources : a.Resources.Union(b.Resources),
        null,
        a.IsKnown && b.IsKnown,
        a.IsSecret || b.IsSecret);
}
