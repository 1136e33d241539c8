namespace Dockerland.Cli.Bench.Dns;

/// <summary>What all processes of a program took with one number of instances.</summary>
/// <param name="Bare">A start and end of the same program without any work.</param>
internal sealed record DnsMeasure(DnsWay Way, int Instances, IReadOnlyList<DnsSample> Samples, IReadOnlyList<TimeSpan> Bare)
{
    public TimeSpan Cold => Statistics.Median(Samples.Select(sample => sample.Cold));

    public TimeSpan FastestCold => Samples.Min(sample => sample.Cold);

    public TimeSpan Cpu => Statistics.Median(Samples.Select(sample => sample.Cpu));

    public TimeSpan Warm => Statistics.Median(Samples.Select(sample => sample.Warm));

    public TimeSpan FastestWarm => Samples.Min(sample => sample.Warm);

    public double Mebibytes => Statistics.Median(Samples.Select(sample => sample.PeakBytes)) / (1024.0 * 1024);

    /// <summary>The middle of what follows an answer, of all pages together.</summary>
    public TimeSpan After(string call) =>
        Statistics.Median(Samples.Select(sample => TimeSpan.FromTicks(sample.Phases.Where(phase => phase.After == call).Sum(phase => phase.Time.Ticks))));
}

/// <summary>How an updater is made.</summary>
internal enum DnsWay
{
    Native,
    ReadyToRun,
    NodeV2,
    NodeV3,
}
