using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An output that is given its value later, once.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData<T>> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _resolved;

    public DeferredOutput() => Output = new(_source.Task);

    public Output<T> Output { get; }

    /// <exception cref="InvalidOperationException">when it was resolved before</exception>
    public void Resolve(Output<T> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Interlocked.Exchange(ref _resolved, 1) != 0)
        {
            throw new InvalidOperationException("The deferred output was resolved before; it can be resolved once.");
        }

        _ = CompleteAsync();

        async Task CompleteAsync()
        {
            try
            {
                _source.SetResult(await output.DataTask.ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                _source.SetException(exception);
            }
        }
    }
}
