using System.Globalization;
using Spectre.Console;

namespace Dockerland.Cli.Bench;

/// <summary>One size of the stack and how long its evaluation took.</summary>
internal sealed record BenchRow(int Fleets, int Resources, TimeSpan Dotnet, TimeSpan? Node)
{
    public double DotnetEach => Dotnet.TotalMicroseconds / Resources;
}

/// <summary>The result of a benchmark, and whether it is good enough.</summary>
internal static class BenchTable
{
    public const double MostGrowth = 1.5;

    private const int Few = 10;
    private const int Many = 1000;

    /// <summary>How much longer a resource takes among many than among few.</summary>
    public static double Growth(IReadOnlyList<BenchRow> rows) =>
        rows.Single(row => row.Fleets == Many).DotnetEach / rows.Single(row => row.Fleets == Few).DotnetEach;

    public static bool IsLinear(IReadOnlyList<BenchRow> rows) => Growth(rows) <= MostGrowth;

    public static void Write(Terminal terminal, IReadOnlyList<BenchRow> rows)
    {
        var table = new Table().Border(TableBorder.Ascii).AddColumns("fleets", "resources", ".NET CPU ms", ".NET µs each", "Node CPU ms", "Node µs each", "Node / .NET");
        foreach (var column in table.Columns)
            column.RightAligned();
        foreach (var row in rows)
            table.AddRow(Cells(row));

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Out), Ansi = AnsiSupport.No });
        console.Profile.Width = 100;
        console.Write(table);
        terminal.Out.WriteLine(Verdict(rows));
    }

    internal static string Verdict(IReadOnlyList<BenchRow> rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"A resource among {Many} fleets takes {Growth(rows):0.00} times as long as among {Few}: {(IsLinear(rows) ? "within" : "above")} the limit of {MostGrowth:0.0}.");

    private static string[] Cells(BenchRow row) =>
    [
        Text(row.Fleets), Text(row.Resources), Text(row.Dotnet.TotalMilliseconds, 1), Text(row.DotnetEach),
        row.Node is { } node ? Text(node.TotalMilliseconds, 1) : "-",
        row.Node is { } total ? Text(total.TotalMicroseconds / row.Resources) : "-",
        row.Node is { } other ? Text(other / row.Dotnet, 2) : "-",
    ];

    private static string Text(double number, int digits = 0) => number.ToString($"N{digits}", CultureInfo.InvariantCulture);
}
