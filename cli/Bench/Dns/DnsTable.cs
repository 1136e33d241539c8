using System.Globalization;
using Spectre.Console;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>The result for people.</summary>
internal static class DnsTable
{
    private static readonly (string After, string Text)[] Phases =
    [
        (BenchServer.Next, "event to first call"),
        ("DescribeAutoScalingGroups", "groups read"),
        ("DescribeInstances", "instances read"),
        ("ListResourceRecordSets", "records read, planned"),
        ("ChangeResourceRecordSets", "change read, result"),
    ];

    /// <returns>The exit code. Times and memory depend on the machine, so a missed ratio alone is a failure.</returns>
    public static int Write(Terminal terminal, IReadOnlyList<DnsMeasure> measures, IReadOnlyList<DnsGoal> goals, string load)
    {
        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Out), Ansi = AnsiSupport.No });
        console.Profile.Width = 130;
        console.Write(Table(measures, ["cold ms", "fastest", "CPU ms", "warm ms", "fastest", "MiB"], Cells));
        terminal.Out.WriteLine("Where the first invocation's time goes, in ms:");
        console.Write(Table(measures, ["bare process", "to ready", .. Phases.Select(phase => phase.Text)], PhaseCells));
        terminal.Out.WriteLine(load);
        foreach (var goal in goals)
            terminal.Out.WriteLine(goal.Text);
        return goals.All(goal => goal.IsMet || !goal.IsRatio) ? CommandLine.Success : CommandLine.Failure;
    }

    private static Table Table(IEnumerable<DnsMeasure> measures, string[] columns, Func<DnsMeasure, IEnumerable<string>> cells)
    {
        var table = new Table().Border(TableBorder.Ascii).AddColumns(["instances", "program", .. columns]);
        foreach (var (index, column) in table.Columns.Index())
            _ = index is 1 ? column.LeftAligned() : column.RightAligned();
        foreach (var measure in measures)
            table.AddRow([measure.Instances.ToString(CultureInfo.InvariantCulture), Name(measure.Way), .. cells(measure)]);
        return table;
    }

    private static IEnumerable<string> Cells(DnsMeasure measure) =>
        [Text(measure.Cold), Text(measure.FastestCold), Text(measure.Cpu), Text(measure.Warm), Text(measure.FastestWarm), Text(measure.Mebibytes)];

    private static IEnumerable<string> PhaseCells(DnsMeasure measure) =>
    [
        Text(Statistics.Median(measure.Bare)),
        Text(measure.After(DnsPhase.Start) - Statistics.Median(measure.Bare)),
        .. Phases.Select(phase => Text(measure.After(phase.After))),
    ];

    public static string Name(DnsWay way) => way switch
    {
        DnsWay.Native => "native",
        DnsWay.ReadyToRun => "ready-to-run",
        DnsWay.NodeV2 => "Node, SDK 2",
        DnsWay.NodeV3 => "Node, SDK 3 bundled",
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, null),
    };

    private static string Text(TimeSpan time) => Text(time.TotalMilliseconds);

    private static string Text(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);
}
