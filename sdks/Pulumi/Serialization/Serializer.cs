using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Writes a program's values as the wire's (section C.2 of the protocol) and collects what they depend on.</summary>
/// <param name="keepResources">whether resources go as references instead of as their id or URN</param>
/// <param name="keepOutputValues">whether outputs keep their dependencies on the wire, for remote components and calls</param>
/// <param name="excludeResourceReferences">whether a referenced resource isn't counted as a dependency</param>
internal sealed partial class Serializer(
    bool keepResources, bool keepOutputValues = false, bool excludeResourceReferences = false)
{
    public HashSet<Resource> Dependencies { get; } = [];

    public bool ContainsUnknowns { get; private set; }

    /// <summary>Writes each property with a collector of its own.</summary>
    public static async Task<SerializedProperties> SerializePropertiesAsync(
        IEnumerable<KeyValuePair<string, object?>> properties,
        bool keepResources,
        bool keepOutputValues = false,
        bool excludeResourceReferences = false)
    {
        var result = new Struct();
        var dependencies = new Dictionary<string, IReadOnlySet<Resource>>();
        var containsUnknowns = false;
        foreach (var (key, value) in properties)
        {
            var serializer = new Serializer(keepResources, keepOutputValues, excludeResourceReferences);
            Value serialized;
            try
            {
                serialized = await serializer.SerializeAsync(key, value).ConfigureAwait(false);
            }
            catch (InvalidOperationException exception)
            {
                throw new InvalidOperationException($"error serializing property \"{key}\": {exception.Message}", exception);
            }

            if (serialized.KindCase != Value.KindOneofCase.NullValue)
            {
                result.Fields[key] = serialized;
                dependencies[key] = serializer.Dependencies;
                containsUnknowns |= serializer.ContainsUnknowns;
            }
        }

        return new(result, dependencies, containsUnknowns);
    }

    /// <exception cref="InvalidOperationException">when the value is of a type that the wire has no form for</exception>
    public async ValueTask<Value> SerializeAsync(string context, object? value)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            await Task.Yield();
        }

        switch (value)
        {
            case null:
                return Value.ForNull();
            case bool boolean:
                return Value.ForBool(boolean);
            case int number:
                return Value.ForNumber(number);
            case double number:
                return Value.ForNumber(number);
            case string text:
                ContainsUnknowns |= Constants.UnknownValues.Contains(text);
                return Value.ForString(text);
            case InputArgs args:
                return await ObjectAsync(context, args.ToProperties()).ConfigureAwait(false);
            case AssetOrArchive asset:
                return await AssetAsync(context, asset).ConfigureAwait(false);
            case Task:
                throw new InvalidOperationException(
                    $"Tasks are not allowed inside {context}. Please wrap your Task in an Output:\n\tOutput.Create(task)");
            case IInput input:
                return await OutputAsync(context, input.ToSerializableOutput()).ConfigureAwait(false);
            case IUnion union:
                return await SerializeAsync(context, union.Value).ConfigureAwait(false);
            case JsonElement json:
                return FromJson(json);
            case IOutput output:
                return await OutputAsync(context, output).ConfigureAwait(false);
            case CustomResource resource:
                return await CustomResourceAsync(context, resource).ConfigureAwait(false);
            case ComponentResource resource:
                return await ComponentAsync(context, resource).ConfigureAwait(false);
            case IDictionary dictionary:
                return await ObjectAsync(context, Entries(context, dictionary)).ConfigureAwait(false);
            case IList list:
                return await ListAsync(context, list).ConfigureAwait(false);
            case System.Enum enumeration when enumeration.GetTypeCode() == TypeCode.Int32:
                return Value.ForNumber((int)(object)enumeration);
            case ValueTuple:
                return Value.ForNull();
            default:
                return await ReflectedAsync(context, value).ConfigureAwait(false);
        }
    }

    internal static Struct Signed(string signature, params ReadOnlySpan<(string Key, Value Value)> properties)
    {
        var result = new Struct { Fields = { [Constants.SignatureKey] = Value.ForString(signature) } };
        foreach (var (key, value) in properties)
        {
            result.Fields[key] = value;
        }

        return result;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(string context, IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return KeyValuePair.Create(
                entry.Key as string ?? throw new InvalidOperationException(
                    $"Dictionaries are only supported with string keys:\n\t{context}"),
                entry.Value);
        }
    }

    private static Value FromJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => Value.ForNull(),
        JsonValueKind.True => Value.ForBool(true),
        JsonValueKind.False => Value.ForBool(false),
        JsonValueKind.String => Value.ForString(element.GetString()),
        JsonValueKind.Number => Value.ForNumber(element.GetDouble()),
        JsonValueKind.Array => Value.ForList([.. element.EnumerateArray().Select(FromJson)]),
        _ => Value.ForStruct(new Struct
        {
            Fields = { element.EnumerateObject().DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => FromJson(p.Value)) },
        }),
    };

    private async ValueTask<Value> ObjectAsync(string context, IEnumerable<KeyValuePair<string, object?>> entries)
    {
        var result = new Struct();
        foreach (var (key, value) in entries)
        {
            // A key with null is a key that isn't there.
            var serialized = await SerializeAsync($"{context}.{key}", value).ConfigureAwait(false);
            if (serialized.KindCase != Value.KindOneofCase.NullValue)
            {
                result.Fields[key] = serialized;
            }
        }

        return Value.ForStruct(result);
    }

    private async ValueTask<Value> ListAsync(string context, IList list)
    {
        var result = new ListValue();
        if (!ImmutableArrays.IsDefault(list))
        {
            for (var i = 0; i < list.Count; i++)
            {
                result.Values.Add(await SerializeAsync($"{context}[{i}]", list[i]).ConfigureAwait(false));
            }
        }

        return new Value { ListValue = result };
    }

    private async ValueTask<Value> AssetAsync(string context, AssetOrArchive asset)
    {
        if (asset is InvalidAsset or InvalidArchive)
        {
            throw new InvalidOperationException($"Cannot serialize invalid {(asset is Asset ? "asset" : "archive")} {context}");
        }

        var value = await SerializeAsync($"{context}.{asset.PropertyName}", asset.Value).ConfigureAwait(false);
        return Value.ForStruct(Signed(asset.Signature, (asset.PropertyName, value)));
    }

    private ValueTask<Value> ReflectedAsync(string context, object value)
    {
        var type = value.GetType();
        if (EnumTypes.TryGetValue(value, out var enumeration))
        {
            return SerializeAsync(context, enumeration);
        }

        if (OutputTypes.TryGetFields(type, out var fields))
        {
            return ObjectAsync(context, fields.Select(field => KeyValuePair.Create(field.Name, field.Field.GetValue(value))));
        }

        throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{context}");
    }
}
