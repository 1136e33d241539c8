using Dockerland.Cli.Bench.Dns;

namespace Dockerland.Tests.Stack.Cli.Bench.Dns;

/// <summary>Measures of which every goal is met, to be changed.</summary>
internal static class DnsMeasures
{
    public static DnsMeasure[] Good { get; } =
    [
        Of(DnsWay.Native, cold: 20),
        Of(DnsWay.ReadyToRun, cold: 90),
        Of(DnsWay.NodeV2, cold: 180),
        Of(DnsWay.NodeV3, cold: 100),
    ];

    public static DnsMeasure Of(DnsWay way, double cold, double warm = 1, double mebibytes = 20) => Of(way, Sample(cold, warm, mebibytes));

    public static DnsMeasure Of(DnsWay way, params DnsSample[] samples) => new(way, 3, samples, [TimeSpan.FromMilliseconds(4)]);

    public static DnsSample Sample(double cold, double warm = 1, double mebibytes = 20) => new(
        TimeSpan.FromMilliseconds(cold),
        TimeSpan.FromMilliseconds(cold / 2),
        TimeSpan.FromMilliseconds(warm),
        (long)(mebibytes * 1024 * 1024),
        [new(DnsPhase.Start, TimeSpan.FromMilliseconds(10)), new("DescribeInstances", TimeSpan.FromMilliseconds(3)), new("DescribeInstances", TimeSpan.FromMilliseconds(2))]);

    /// <summary>The good ones with another of one way.</summary>
    public static DnsMeasure[] With(DnsMeasure other) => [.. Good.Select(measure => measure.Way == other.Way ? other : measure)];
}
