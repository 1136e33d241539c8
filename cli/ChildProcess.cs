using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Dockerland.Cli;

/// <summary>Runs another program, line by line, and never leaves it behind.</summary>
internal static class ChildProcess
{
    private static readonly ConcurrentDictionary<Process, byte> Running = new();

    /// <summary>Ends all that run, with what they started: this process ends.</summary>
    public static void KillAll()
    {
        foreach (var process in Running.Keys) Kill(process);
    }

    /// <param name="onLine">Gets every line of both streams, one at a time.</param>
    public static Task<int> RunAsync(
        string program, IEnumerable<string> arguments, string folder, Action<string> onLine, CancellationToken cancellationToken) =>
        RunAsync(program, arguments, folder, onLine, onLine, cancellationToken);

    /// <param name="onOutput">Gets every line of the standard output.</param>
    /// <param name="onError">Gets every line of the standard error; never while the other one runs.</param>
    /// <param name="environment">Over this process's own; null takes a variable away.</param>
    public static async Task<int> RunAsync(
        string program,
        IEnumerable<string> arguments,
        string folder,
        Action<string> onOutput,
        Action<string> onError,
        CancellationToken cancellationToken,
        IReadOnlyDictionary<string, string?>? environment = null)
    {
        using var process = new Process
        {
            StartInfo = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true },
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
            process.StartInfo.Environment[name] = value;
        try
        {
            process.Start();
        }
        catch (Win32Exception error)
        {
            throw new CliException($"'{program}' can't be started: {Marshal.GetPInvokeErrorMessage(error.NativeErrorCode)}. Install it or put it on PATH.", error);
        }
        var gate = new Lock();
        Running[process] = 0;
        try
        {
            await Task.WhenAll(PumpAsync(process.StandardOutput, onOutput), PumpAsync(process.StandardError, onError), process.WaitForExitAsync(cancellationToken));
            return process.ExitCode;
        }
        finally
        {
            Running.TryRemove(process, out _);
            Kill(process);
        }

        async Task PumpAsync(StreamReader reader, Action<string> onLine)
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                lock (gate)
                    onLine(line);
            }
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // Somebody else is done with it.
        }
    }
}
