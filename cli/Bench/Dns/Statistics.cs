namespace Dockerland.Cli.Bench.Dns;

internal static class Statistics
{
    public static TimeSpan Median(IEnumerable<TimeSpan> times) => TimeSpan.FromTicks(Median(times.Select(time => time.Ticks)));

    /// <summary>The middle one; of an even number the mean of both in the middle.</summary>
    public static long Median(IEnumerable<long> numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
