using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Infra.Rules;

/// <summary>Reads the args of a resource as its provider will get them, and waits for outputs that are on their way.</summary>
internal sealed class InputReader
{
    private static readonly GenericMethods Readers = new(typeof(InputReader), nameof(ReadAsync));

    private readonly HashSet<Resource> _leftOut = [];
    private readonly bool _isUpdate;
    private bool _isSecret;

    private InputReader(bool isUpdate) => _isUpdate = isUpdate;

    /// <param name="isUpdate">Not a preview: all that is to be there has an id.</param>
    public static async Task<ResourceInputs> ReadAsync(Resource resource, ResourceArgs args, bool isUpdate)
    {
        var leftOut = ImmutableArray.CreateBuilder<Resource>();
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        var secrets = ImmutableHashSet.CreateBuilder<string>();
        foreach (var (name, value) in InputMembers.Of(args))
        {
            var reader = new InputReader(isUpdate);
            values[name] = await reader.ReadAsync(value).ConfigureAwait(false);
            if (reader._isSecret) secrets.Add(name);
            leftOut.AddRange(reader._leftOut);
        }

        return new(resource.GetResourceType(), resource.GetResourceName(), values.ToImmutable(), secrets.ToImmutable()) { LeftOut = [.. leftOut.Distinct()] };
    }

    private async Task<object?> ReadAsync(object? value)
    {
        switch (value)
        {
            case null or string or bool or int or double or Resource or AssetOrArchive:
                return value;
            case ValueType when GenericMethods.Is(value, typeof(Union<,>)):
                return await ReadAsync(GenericMethods.Property(value, nameof(Union<,>.Value))).ConfigureAwait(false);
            case ValueType when value.GetType().IsDefined(typeof(EnumTypeAttribute)):
                return value.ToString();
            // Enumerating an array that isn't there throws.
            case ValueType when GenericMethods.Is(value, typeof(ImmutableArray<>)) && (bool)GenericMethods.Property(value, nameof(ImmutableArray<>.IsDefault))!:
                return null;
            case InputArgs args:
                return await MapAsync(InputMembers.Of(args)).ConfigureAwait(false);
            case IDictionary map:
                return await MapAsync(map.Cast<DictionaryEntry>().Select(entry => ((string)entry.Key, entry.Value))).ConfigureAwait(false);
            case not null when Readers.Find(value.GetType()) is { } reader:
                return await ((Task<object?>)reader.Invoke(this, [value])!).ConfigureAwait(false);
            case IEnumerable items:
                var list = new List<object?>();
                foreach (var item in items) list.Add(await ReadAsync(item).ConfigureAwait(false));
                return list.ToArray();
            default:
                return value;
        }
    }

    private async Task<object?> ReadAsync<T>(Output<T> output)
    {
        _isSecret |= await Output.IsSecretAsync(output).ConfigureAwait(false);
        return await OutputUtilities.GetIsKnownAsync(output).ConfigureAwait(false) && !await IsOfLeftOutAsync(output).ConfigureAwait(false)
            ? await ReadAsync((object?)await OutputUtilities.GetValueAsync(output).ConfigureAwait(false)).ConfigureAwait(false)
            : ResourceInputs.Unknown;
    }

    // What an update leaves out, as --target does with what isn't there yet, has no id, and outputs that are known to be nothing.
    private async Task<bool> IsOfLeftOutAsync<T>(Output<T> output)
    {
        if (!_isUpdate) return false;

        var any = false;
        foreach (var resource in (await OutputUtilities.GetDependenciesAsync(output).ConfigureAwait(false)).OfType<CustomResource>())
        {
            if (await OutputUtilities.GetIsKnownAsync(resource.Id).ConfigureAwait(false)) continue;
            _leftOut.Add(resource);
            any = true;
        }
        return any;
    }

    private Task<object?> ReadAsync<T>(Input<T> input) => ReadAsync(input.ToOutput());

    private async Task<object?> ReadAsync<T>(InputList<T> list)
    {
        var items = new List<object?>();
        await foreach (var item in list.ConfigureAwait(false))
            items.Add(await ReadAsync(item.ToOutput()).ConfigureAwait(false));
        // A list that is unknown as a whole may well have no element.
        return items.Count > 0 ? items.ToArray() : await ReadAsync(list.ToOutput()).ConfigureAwait(false);
    }

    private async Task<object?> ReadAsync<T>(InputMap<T> map)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, object?>();
        await foreach (var entry in map.ConfigureAwait(false))
        {
            if ((await OutputUtilities.GetValueAsync(entry.ToOutput()).ConfigureAwait(false)).Key is not { } key) return ResourceInputs.Unknown;
            entries[key] = await ReadAsync(entry.Apply(pair => pair.Value)).ConfigureAwait(false);
        }

        return entries.Count > 0 ? entries.ToImmutable() : await ReadAsync(map.ToOutput()).ConfigureAwait(false);
    }

    private async Task<object?> MapAsync(IEnumerable<(string Name, object? Value)> members)
    {
        var map = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, value) in members) map[name] = await ReadAsync(value).ConfigureAwait(false);
        return map.ToImmutable();
    }
}
