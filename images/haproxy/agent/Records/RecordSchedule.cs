using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>When Route53 is asked: at once when what is wanted changes, now and then when it doesn't, and less often the longer it fails.</summary>
/// <param name="spread">From 0 to 1: hosts that started together don't come back together.</param>
internal sealed class RecordSchedule(TimeSpan interval, Func<double> spread)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private ImmutableSortedSet<string>? _done;
    private DateTimeOffset _next = DateTimeOffset.MinValue;
    private int _failures;

    public bool IsDue(ImmutableSortedSet<string> wanted, DateTimeOffset now) => now >= _next || (_failures is 0 && (_done is null || !_done.SetEquals(wanted)));

    /// <param name="again">When to look again at the latest, if that is before the next look.</param>
    public void Done(ImmutableSortedSet<string> wanted, DateTimeOffset now, TimeSpan? again)
    {
        (_done, _failures) = (wanted, 0);
        var pause = interval * (0.9 + (0.2 * spread()));
        _next = now + (again is { } sooner && sooner < pause ? sooner : pause);
    }

    public void Failed(DateTimeOffset now)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(_failures++, 10));
        _next = now + ((pause < interval ? pause : interval) * (0.5 + (0.5 * spread())));
    }
}
