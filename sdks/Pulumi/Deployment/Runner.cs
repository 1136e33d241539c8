namespace Pulumi;

/// <summary>Counts what is under way in a deployment, so that it ends when all is done or the first thing fails.</summary>
internal sealed class Runner
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _exceptions = [];
    private TaskCompletionSource? _waiter;
    private int _active;

    /// <summary>The deployment isn't over before the task is; its failure is the deployment's.</summary>
    public void RegisterTask(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_lock)
        {
            _active++;
        }

        _ = task.ContinueWith(
            Complete, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Waits until nothing is under way or something failed; the failures, each once.</summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        Task waiting;
        lock (_lock)
        {
            _waiter = new(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = _waiter.Task;
            CompleteWaiter();
        }

        await waiting.ConfigureAwait(false);
        lock (_lock)
        {
            return [.. _exceptions];
        }
    }

    private void Complete(Task task)
    {
        lock (_lock)
        {
            _active--;
            foreach (var exception in task.Exception?.InnerExceptions ?? [])
            {
                // A resource's failure reaches every output that depends on it as the same object.
                if (!_exceptions.Exists(known => ReferenceEquals(known, exception)))
                {
                    _exceptions.Add(exception);
                }
            }

            CompleteWaiter();
        }
    }

    private void CompleteWaiter()
    {
        if (_active == 0 || _exceptions.Count > 0)
        {
            _waiter?.TrySetResult();
        }
    }
}
