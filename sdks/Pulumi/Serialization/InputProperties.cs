using System.Collections.Concurrent;
using System.Reflection;
using Google.Protobuf;

namespace Pulumi.Serialization;

/// <summary>The members of an args class that are inputs.</summary>
internal sealed class InputProperties
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly ConcurrentDictionary<Type, InputProperties> Cache = new();

    private readonly List<(InputAttribute Attribute, MemberInfo Member, Func<object, object?> Read)> _members;

    // Fields count too: generated code puts the attribute on the private field behind a lazily created list or map.
    private InputProperties(Type type) => _members =
    [
        .. type.GetFields(Members).Select(field => (Attribute: Of(field), (MemberInfo)field, Read: (Func<object, object?>)field.GetValue))
            .Concat(type.GetProperties(Members).Select(property =>
                (Attribute: Of(property), (MemberInfo)property, Read: (Func<object, object?>)property.GetValue)))
            .Where(member => member.Attribute is not null)
            .Select(member => (member.Attribute!, member.Item2, member.Read)),
    ];

    public static InputProperties Of(Type type) => Cache.GetOrAdd(type, static key => new InputProperties(key));

    public IReadOnlyList<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        var properties = new KeyValuePair<string, object?>[_members.Count];
        for (var i = 0; i < properties.Length; i++)
        {
            var (attribute, member, read) = _members[i];
            var value = read(args);
            if (value is null && attribute.IsRequired)
            {
                var name = $"{args.GetType().FullName}.{member.Name}";
                throw new ArgumentNullException(member.Name, $"[Input] {name} is required but was not given a value");
            }

            properties[i] = KeyValuePair.Create(attribute.Name, attribute.Json ? ToJson(value) : value);
        }

        return properties;
    }

    private static InputAttribute? Of(MemberInfo member) => member.GetCustomAttribute<InputAttribute>();

    private static Output<string?>? ToJson(object? value)
    {
        return value switch
        {
            null => null,
            IInput input => new Output<string?>(JsonAsync(input.ToUntypedOutput())),
            IOutput output => new Output<string?>(JsonAsync(output)),
            _ => new Output<string?>(JsonAsync(Output<object?>.Known(value))),
        };

        static async Task<OutputData<string?>> JsonAsync(IOutput output)
        {
            var data = await output.GetDataAsync().ConfigureAwait(false);
            if (!data.IsKnown || data.Value is null)
            {
                return data.With<string?>(null);
            }

            var serializer = new Serializer(keepResources: false);
            var value = await serializer.SerializeAsync("", data.Value).ConfigureAwait(false);
            // The official SDK's text is this formatter's; another spacing would show as a difference against existing state.
            var json = JsonFormatter.Default.Format(value);
            return new(data.Resources.Union(serializer.Dependencies), json, !serializer.ContainsUnknowns, data.IsSecret);
        }
    }
}
