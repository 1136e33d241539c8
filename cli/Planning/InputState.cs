using System.Collections;
using System.Collections.Immutable;
using Dockerland.Infra.Rules;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Cli.Planning;

/// <summary>Which inputs of a resource are secret or unknown: mocks are told neither.</summary>
internal sealed class InputState
{
    private static readonly GenericMethods Visitors = new(typeof(InputState), nameof(VisitAsync));

    private readonly HashSet<string> _secrets = [];
    private readonly HashSet<string> _unknown = [];
    private readonly Dictionary<string, HashSet<Resource>> _dependencies = [];

    private InputState()
    {
    }

    /// <summary>The top-level inputs that hold something unknown.</summary>
    public IReadOnlySet<string> Unknown => _unknown;

    /// <summary>Top-level input → the resources whose outputs it is made of.</summary>
    public IReadOnlyDictionary<string, HashSet<Resource>> Dependencies => _dependencies;

    public static async Task<InputState> OfAsync(object? args)
    {
        var state = new InputState();
        await state.VisitAsync(args, InputPath.Root);
        return state;
    }

    public bool IsSecret(InputPath path) => _secrets.Contains(path.Text);

    /// <summary>Whether the value or something inside it is secret.</summary>
    public bool HoldsSecret(InputPath path) =>
        _secrets.Any(secret => secret == path.Text || secret.StartsWith(path.Text + InputPath.Separator, StringComparison.Ordinal));

    private async Task VisitAsync(object? value, InputPath path)
    {
        switch (value)
        {
            case null or string or Resource or AssetOrArchive:
                break;
            case ValueType when GenericMethods.Is(value, typeof(Union<,>)):
                await VisitAsync(GenericMethods.Property(value, nameof(Union<,>.Value)), path);
                break;
            // Enumerating an array that isn't there throws.
            case ValueType when GenericMethods.Is(value, typeof(ImmutableArray<>)) && (bool)GenericMethods.Property(value, nameof(ImmutableArray<>.IsDefault))!:
                break;
            case InputArgs args:
                foreach (var (name, input) in InputMembers.Of(args))
                    await VisitAsync(input, path.To(name));
                break;
            case IDictionary map:
                foreach (DictionaryEntry entry in map)
                    await VisitAsync(entry.Value, path.To((string)entry.Key));
                break;
            case not null when Visitors.Find(value.GetType()) is { } visitor:
                await (Task)visitor.Invoke(this, [value, path])!;
                break;
            case IEnumerable items:
                foreach (var (index, item) in items.Cast<object?>().Index())
                    await VisitAsync(item, path.To(index));
                break;
        }
    }

    private async Task VisitAsync<T>(Output<T> output, InputPath path)
    {
        await DependAsync(output, path);
        if (!await OutputUtilities.GetIsKnownAsync(output))
            _unknown.Add(path.Top);
        if (await Output.IsSecretAsync(output))
            _secrets.Add(path.Text);
        else
            await VisitAsync((object?)await OutputUtilities.GetValueAsync(output), path);
    }

    private Task VisitAsync<T>(Input<T> input, InputPath path) => VisitAsync(input.ToOutput(), path);

    private async Task VisitAsync<T>(InputList<T> list, InputPath path)
    {
        // Elements of a list that is an output as a whole don't tell where it comes from.
        await DependAsync(list.ToOutput(), path);
        var index = 0;
        await foreach (var item in list)
            await VisitAsync(item.ToOutput(), path.To(index++));
        // A list that is secret or unknown as a whole may well have no element.
        if (index == 0)
            await VisitAsync(list.ToOutput(), path);
    }

    private async Task VisitAsync<T>(InputMap<T> map, InputPath path)
    {
        await DependAsync(map.ToOutput(), path);
        var any = false;
        await foreach (var entry in map)
        {
            any = true;
            var key = (await OutputUtilities.GetValueAsync(entry.ToOutput())).Key;
            if (key is null)
                _unknown.Add(path.Top);
            else
                await VisitAsync(entry.Apply(pair => pair.Value), path.To(key));
        }
        if (!any)
            await VisitAsync(map.ToOutput(), path);
    }

    private async Task DependAsync<T>(Output<T> output, InputPath path)
    {
        foreach (var resource in await OutputUtilities.GetDependenciesAsync(output))
            (_dependencies.TryGetValue(path.Top, out var known) ? known : _dependencies[path.Top] = []).Add(resource);
    }
}
