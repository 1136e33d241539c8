using System.Runtime.InteropServices;

namespace Dockerland.Cli;

/// <summary>Ctrl-C and SIGTERM: the first one lets the verb end with its clean-up, however long that takes; another one ends this process as it is.</summary>
/// <param name="exit">Ends it, with what it started.</param>
internal sealed class Signals(TextWriter error, Action<int> exit) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<PosixSignalRegistration> _registrations = [];

    /// <summary>Cancelled by the first one.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>What shells make of the first one; null while there was none.</summary>
    public int? ExitCode { get; private set; }

    public static Signals OfProcess(TextWriter error)
    {
        var signals = new Signals(error, code =>
        {
            ChildProcess.KillAll();
            Environment.Exit(code);
        });
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            signals._registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                signals.Receive(context.Signal);
            }));
        return signals;
    }

    public void Receive(PosixSignal signal)
    {
        var code = signal is PosixSignal.SIGTERM ? 143 : 130;
        lock (_gate)
        {
            if (ExitCode is not null)
            {
                error.WriteLine("error: Ended at once, without cleaning up. 'docker ps --all' shows what may be left.");
                exit(code);
                return;
            }

            ExitCode = code;
        }

        error.WriteLine("Ending. Once more ends this at once, without cleaning up.");
        _stop.Cancel();
    }

    public void Dispose()
    {
        foreach (var registration in _registrations) registration.Dispose();
        _stop.Dispose();
    }
}
