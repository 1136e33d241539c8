using System.Diagnostics;

namespace Dockerland.Cli.Testing;

/// <summary>Shows that a step is going on: one line drawn over for a watcher, one line every half minute for a log.</summary>
internal sealed class TestProgress : IDisposable
{
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(30);

    private readonly Terminal _terminal;
    private readonly string _step;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Lock _gate = new();
    private readonly Timer _timer;
    private string _unit = "";
    private int _count;
    private bool _ended;

    private TestProgress(Terminal terminal, string step)
    {
        (_terminal, _step) = (terminal, step);
        var every = terminal.Interactive ? TimeSpan.FromMilliseconds(200) : LogEvery;
        _timer = new(_ => Show(), null, every, every);
    }

    public static TestProgress Start(Terminal terminal, string step) => new(terminal, step);

    /// <summary>Whether the line is dotnet's report of one test, such as "  Passed Some.Test [3 ms]".</summary>
    public static bool IsResult(string line) =>
        line.Split(' ', 4) is ["", "", "Passed" or "Failed" or "Skipped", _];

    public void Count(string unit, bool happened)
    {
        lock (_gate)
        {
            _unit = unit;
            _count += happened ? 1 : 0;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            _ended = true;
            _timer.Dispose();
            _terminal.Error.WriteLine(_terminal.Interactive ? $"\r{Line()}" : Line());
        }
    }

    private void Show()
    {
        lock (_gate)
        {
            if (_ended)
                return;
            if (_terminal.Interactive)
                _terminal.Error.Write($"\r{Line()}");
            else
                _terminal.Error.WriteLine(Line());
        }
    }

    private string Line() => FormattableString.Invariant($"{_step,-14} {_count,5} {_unit,-8} {_clock.Elapsed:m\\:ss}");
}
