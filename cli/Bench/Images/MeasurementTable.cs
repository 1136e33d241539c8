using System.Globalization;
using Spectre.Console;

namespace Dockerland.Cli.Bench.Images;

/// <summary>The result for people.</summary>
internal static class MeasurementTable
{
    /// <returns>The exit code: a failure when a bound is missed.</returns>
    public static int Write(Terminal terminal, IReadOnlyList<Measurement> rows, TimeSpan took, double load)
    {
        var table = new Table().Border(TableBorder.Ascii).AddColumns("what", "unit", "ours", "the documents'", "at most", "");
        foreach (var column in table.Columns.Skip(2)) column.RightAligned();
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.What), row.Unit, Text(row.Value), Text(row.Seed), Text(row.Most), Verdict(row));

        var console = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(terminal.Out), Ansi = AnsiSupport.No });
        console.Profile.Width = 120;
        console.Write(table);
        var missed = rows.Count(row => !row.IsMet);
        terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(missed is 0 ? "All bounds are met" : $"{missed} of {rows.Count(row => row.Most is not null)} bounds are missed")}; it took {took.TotalMinutes:0.0} minutes at a load of {load:0.0} on {Environment.ProcessorCount} processors."));
        return missed is 0 ? CommandLine.Success : CommandLine.Failure;
    }

    private static string Verdict(Measurement row) => row.Most is null ? "" : row.IsMet ? "met" : "MISSED";

    private static string Text(double? number) => number is { } value ? value.ToString(value is > 0 and < 10 && value != Math.Floor(value) ? "0.0#" : "0", CultureInfo.InvariantCulture) : "";
}
