using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value of a resource that is there later, with the resources that it depends on, and whether it is known and secret.
/// </summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
        : this(dataTask, Deployment.Current)
    {
    }

    private Output(Task<OutputData<T>> dataTask, Deployment? deployment)
    {
        DataTask = dataTask;
        deployment?.Runner.RegisterTask(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    /// <summary>An output of a plain value: known, not secret, without dependencies.</summary>
    public static Output<T> Create(Task<T> value) => Create(value, isSecret: false);

    /// <summary>Transforms the value. <paramref name="func"/> isn't called while the value is unknown.</summary>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) =>
        new(BindAsync(value => Task.FromResult(OutputData<TResult>.Known(func(value)))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) =>
        new(BindAsync(async value => OutputData<TResult>.Known(await func(value).ConfigureAwait(false))));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => new(BindAsync(value => DataOf(func(value)?.ToOutput())));

    /// <inheritdoc cref="Apply{TResult}(Func{T, TResult})"/>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => new(BindAsync(value => DataOf(func(value))));

    /// <summary>Runs <paramref name="func"/> for its effect; the deployment waits for it.</summary>
    public Output<ValueTuple> Apply(Func<T, Task> func) =>
        new(BindAsync(async value =>
        {
            await func(value).ConfigureAwait(false);
            return OutputData<ValueTuple>.Known(default);
        }));

    /// <summary>Not supported: the value isn't there yet. Says so, as a text and as a warning.</summary>
    /// <exception cref="InvalidOperationException">when PULUMI_ERROR_OUTPUT_STRING is set</exception>
    public override string ToString()
    {
        const string message = """
            Calling [ToString] on an [Output<T>] is not supported.

            To get the value of an Output<T> as an Output<string> consider:
            1. o.Apply(v => $"prefix{v}suffix")
            2. Output.Format($"prefix{hostname}suffix");

            See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.
            This function may throw in a future version of Pulumi.
            """;
        if (Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING")?.ToUpperInvariant() is "1" or "TRUE")
        {
            throw new InvalidOperationException(message);
        }

        Deployment.Current?.Logger.Log(Rpc.LogSeverity.Warning, message);
        return message;
    }

    Task<OutputData<object?>> IOutput.GetDataAsync() => UntypedAsync();

    internal static Output<T> Create(Task<T> value, bool isSecret)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new(DataAsync());

        async Task<OutputData<T>> DataAsync() => OutputData<T>.Known(await value.ConfigureAwait(false), isSecret);
    }

    /// <summary>An output that a deployment doesn't wait for, because it waits for what resolves it.</summary>
    internal static Output<T> Untracked(Task<OutputData<T>> dataTask) => new(dataTask, null);

    internal static Output<T> Known(T value) => new(Task.FromResult(OutputData<T>.Known(value)));

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    /// <summary>An output of this one's data, changed.</summary>
    internal Output<TResult> Map<TResult>(Func<OutputData<T>, OutputData<TResult>> map)
    {
        return new(MapAsync());

        async Task<OutputData<TResult>> MapAsync() => map(await DataTask.ConfigureAwait(false));
    }

    private static Task<OutputData<TResult>> DataOf<TResult>(Output<TResult>? output) =>
        output?.DataTask ?? Task.FromResult(OutputData<TResult>.Known(default!));

    private async Task<OutputData<TResult>> BindAsync<TResult>(Func<T, Task<OutputData<TResult>>> bind)
    {
        var data = await DataTask.ConfigureAwait(false);
        if (!data.IsKnown)
        {
            return data.With<TResult>(default!);
        }

        var inner = await bind(data.Value).ConfigureAwait(false);
        return new(data.Resources.Union(inner.Resources), inner.Value, inner.IsKnown, data.IsSecret || inner.IsSecret);
    }

    private async Task<OutputData<object?>> UntypedAsync()
    {
        var data = await DataTask.ConfigureAwait(false);
        return data.With<object?>(data.Value);
    }
}

/// <summary>Makes and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Output<T>.Known(value);

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => Output<T>.Create(Task.FromResult(value), isSecret: true);

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Create(value, isSecret: true);

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Map(data => new OutputData<T>(data.Resources, data.Value, data.IsKnown, true));
    }

    /// <summary>The same value, no longer secret.</summary>
    public static Output<T> Unsecret<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return output.Map(data => new OutputData<T>(data.Resources, data.Value, data.IsKnown, false));
    }

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        return (await output.DataTask.ConfigureAwait(false)).IsSecret;
    }

    /// <summary>All values in order: known if all are, secret if any is.</summary>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) =>
        All(inputs.Select(input => input.ToOutput()));

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <inheritdoc cref="All{T}(Input{T}[])"/>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) =>
        Combine([.. outputs], values => values.Select(value => (T)value!).ToImmutableArray());

    /// <summary>Formats with the invariant culture; arguments may be inputs and outputs.</summary>
    public static Output<string> Format(FormattableString formattableString)
    {
        ArgumentNullException.ThrowIfNull(formattableString);
        var arguments = formattableString.GetArguments().Select(ToUntyped).ToList();
        return Combine(
            arguments,
            values => string.Format(System.Globalization.CultureInfo.InvariantCulture, formattableString.Format, values));
    }

    internal static Output<TResult> Combine<TResult>(IReadOnlyList<IOutput> outputs, Func<object?[], TResult> combine) =>
        new(OutputCombinator.CombineAsync(outputs, combine));

    private static IOutput ToUntyped(object? value) => value switch
    {
        IOutput output => output,
        IInput input => input.ToUntypedOutput(),
        _ => Output<object?>.Known(value),
    };
}
