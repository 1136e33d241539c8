namespace Dockerland.Tests.Updater.DnsUpdater.Sequences;

/// <summary>What groups told of, in the order in which it will arrive.</summary>
internal sealed class EventQueue
{
    private readonly Queue<string> _groups = new();

    public void Tell(string group) => _groups.Enqueue(group);

    /// <summary>What a step does to events; the others do nothing.</summary>
    /// <param name="deliver">What an event of a group leads to.</param>
    public async Task TakeAsync(StepKind step, Func<string, Task> deliver)
    {
        switch (step)
        {
            case StepKind.Deliver when _groups.TryDequeue(out var next):
                await deliver(next);
                break;
            case StepKind.Duplicate when _groups.TryPeek(out var twice):
                _groups.Enqueue(twice);
                break;
            case StepKind.Reorder when _groups.TryDequeue(out var late):
                _groups.Enqueue(late);
                break;
            case StepKind.Drop:
                _groups.TryDequeue(out _);
                break;
        }
    }
}
