using System.Globalization;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>What was aimed at and came of it.</summary>
/// <param name="IsRatio">Whether it compares programs, and so goes for every machine.</param>
internal sealed record DnsGoal(string Text, bool IsMet, bool IsRatio);

/// <summary>
/// How good the native program has to be. On a busy machine a process waits for others to be done, so there the fastest run
/// stands for what the program itself needs.
/// </summary>
internal static class DnsGoals
{
    public static readonly TimeSpan MostCold = TimeSpan.FromMilliseconds(25);
    public static readonly TimeSpan MostWarm = TimeSpan.FromMilliseconds(2);
    public const double MostMebibytes = 24;

    /// <summary>At least so many times as fast as the whole SDK version 2.</summary>
    public const double TimesV2 = 6;

    /// <summary>At least so many times as fast as the bundled SDK version 3.</summary>
    public const double TimesV3 = 4;

    public static IReadOnlyList<DnsGoal> Judge(IReadOnlyList<DnsMeasure> measures, bool isBusy) =>
        [.. measures.GroupBy(measure => measure.Instances).SelectMany(group => Judge(group.Key, group.ToDictionary(measure => measure.Way), isBusy))];

    private static IEnumerable<DnsGoal> Judge(int instances, Dictionary<DnsWay, DnsMeasure> ways, bool isBusy)
    {
        var native = ways[DnsWay.Native];
        TimeSpan Cold(DnsWay way) => isBusy ? ways[way].FastestCold : ways[way].Cold;
        return
        [
            Most(instances, "cold, ms", Cold(DnsWay.Native).TotalMilliseconds, MostCold.TotalMilliseconds),
            Most(instances, "warm, ms", (isBusy ? native.FastestWarm : native.Warm).TotalMilliseconds, MostWarm.TotalMilliseconds),
            Most(instances, "resident, MiB", native.Mebibytes, MostMebibytes),
            Least(instances, "cold, times as fast as SDK 2", Cold(DnsWay.NodeV2) / Cold(DnsWay.Native), TimesV2),
            Least(instances, "cold, times as fast as SDK 3", Cold(DnsWay.NodeV3) / Cold(DnsWay.Native), TimesV3),
        ];
    }

    private static DnsGoal Most(int instances, string what, double value, double limit) => Goal(instances, what, value, "at most", limit, value <= limit, isRatio: false);

    private static DnsGoal Least(int instances, string what, double value, double limit) => Goal(instances, what, value, "at least", limit, value >= limit, isRatio: true);

    private static DnsGoal Goal(int instances, string what, double value, string bound, double limit, bool isMet, bool isRatio) => new(string.Create(
        CultureInfo.InvariantCulture, $"{(isMet ? "met" : "MISSED")}: {instances} instances, {what}: {value:0.0}, {bound} {limit:0}"), isMet, isRatio);
}
