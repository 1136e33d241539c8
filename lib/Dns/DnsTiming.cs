namespace Dockerland.Dns;

/// <summary>How long calls to Route53 are tried, and how long is waited between tries.</summary>
public sealed record DnsTiming
{
    /// <summary>When no other try begins and a call under way is given up.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>How long one try may take.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait before the second try. It doubles with each one, up to <see cref="LongestWait"/>.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>By then an empty bucket of 50 requests, with 10 a second coming in, has filled again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(5);

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Waits; <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> unless a test does without.</summary>
    public Func<TimeSpan, CancellationToken, Task>? Delay { get; init; }

    /// <summary>From 0 to 1: which part of the longest wait is waited, so that several who were turned away don't come back at once.</summary>
    public Func<double> Jitter { get; init; } = NextDouble;

    /// <summary>How long to wait after so many failed tries, 1 at first.</summary>
    internal TimeSpan WaitAfter(int tries)
    {
        var longest = Math.Min(LongestWait.TotalMilliseconds, FirstWait.TotalMilliseconds * Math.Pow(2, Math.Min(tries - 1, 30)));
        return TimeSpan.FromMilliseconds(longest * Jitter());
    }

    internal Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) =>
        Delay is null ? Task.Delay(time, Time, cancellationToken) : Delay(time, cancellationToken);

    internal TimeSpan Left => Deadline - Time.GetUtcNow();

#pragma warning disable CA5394 // Nothing is kept secret by it.
    private static double NextDouble() => Random.Shared.NextDouble();
#pragma warning restore CA5394
}
