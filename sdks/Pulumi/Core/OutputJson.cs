using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>JSON of a value, in which inputs and outputs may be nested; unknown if one of them is.</summary>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(SerializeAsync());

        async Task<OutputData<string>> SerializeAsync()
        {
            var data = await value.DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.With("");
            }

            var nested = new NestedOutputs();
            var withNested = nested.AddTo(options);
            // The converters block on nested outputs, which must not hold up the thread that completes them.
            var json = await Task.Run(() => JsonSerializer.Serialize(data.Value, withNested)).ConfigureAwait(false);
            return new(
                data.Resources.Union(nested.Resources),
                nested.SeenUnknown ? "" : json,
                !nested.SeenUnknown,
                data.IsSecret || nested.SeenSecret);
        }
    }

    /// <summary>The value of a JSON text.</summary>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new(DeserializeAsync());

        async Task<OutputData<T>> DeserializeAsync()
        {
            var data = await json.DataTask.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.With<T>(default!);
            }

            var withNested = new NestedOutputs { Outer = data.With<object?>(null) }.AddTo(options);
            return data.With(JsonSerializer.Deserialize<T>(data.Value, withNested)!);
        }
    }

    /// <summary>Writes and reads the inputs and outputs inside a value, and remembers what it saw of them.</summary>
    private sealed class NestedOutputs : JsonConverterFactory
    {
        private static readonly Dictionary<Type, Type> Converters = new()
        {
            [typeof(Output<>)] = typeof(OutputConverter<>),
            [typeof(Input<>)] = typeof(InputConverter<>),
            [typeof(InputList<>)] = typeof(ListConverter<>),
            [typeof(InputMap<>)] = typeof(MapConverter<>),
        };

        public ImmutableHashSet<Resource> Resources { get; private set; } = [];

        public bool SeenUnknown { get; private set; }

        public bool SeenSecret { get; private set; }

        /// <summary>The state that outputs made by reading have.</summary>
        public OutputData<object?> Outer { get; init; } = OutputData<object?>.Known(null);

        public JsonSerializerOptions AddTo(JsonSerializerOptions? options) =>
            new(options ?? JsonSerializerOptions.Default) { Converters = { this } };

        public override bool CanConvert(Type typeToConvert) =>
            typeToConvert.IsGenericType && Converters.ContainsKey(typeToConvert.GetGenericTypeDefinition());

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(
                Converters[typeToConvert.GetGenericTypeDefinition()].MakeGenericType(typeToConvert.GetGenericArguments()), this)!;

        public void Write<T>(Utf8JsonWriter writer, Output<T> output, JsonSerializerOptions options)
        {
            var data = output.DataTask.GetAwaiter().GetResult();
            Resources = Resources.Union(data.Resources);
            SeenSecret |= data.IsSecret;
            SeenUnknown |= !data.IsKnown;
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        public Output<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
            new(Task.FromResult(Outer.With(JsonSerializer.Deserialize<T>(ref reader, options)!)));
    }

    private sealed class OutputConverter<T>(NestedOutputs nested) : JsonConverter<Output<T>>
    {
        public override Output<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            nested.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Output<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value, options);
    }

    private sealed class InputConverter<T>(NestedOutputs nested) : JsonConverter<Input<T>>
    {
        public override Input<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            nested.Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Input<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }

    private sealed class ListConverter<T>(NestedOutputs nested) : JsonConverter<InputList<T>>
    {
        public override InputList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            nested.Read<ImmutableArray<T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputList<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }

    private sealed class MapConverter<T>(NestedOutputs nested) : JsonConverter<InputMap<T>>
    {
        public override InputMap<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            nested.Read<ImmutableDictionary<string, T>>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, InputMap<T> value, JsonSerializerOptions options) =>
            nested.Write(writer, value.ToOutput(), options);
    }
}
