using Dockerland.Dns;

namespace Dockerland.Tests.Updater.Dns;

/// <summary>Time that passes when it is waited for, and only then.</summary>
internal sealed class SkippingTime : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    /// <summary>What was waited for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public DnsTiming Timing(int seconds = 60, double jitter = 1) =>
        new() { Deadline = GetUtcNow() + TimeSpan.FromSeconds(seconds), Time = this, Jitter = () => jitter, Delay = WaitAsync };

    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Waits.Add(time);
            now += time;
        }

        return Task.CompletedTask;
    }
}
