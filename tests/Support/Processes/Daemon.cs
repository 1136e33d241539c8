using System.Diagnostics;
using System.Text;

namespace Dockerland.Tests.Support.Processes;

/// <summary>A program that runs beside the tests and is killed, with all that it started, at the end.</summary>
public sealed class Daemon : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder log = new();

    private Daemon(Process process) => this.process = process;

    /// <summary>What it printed so far.</summary>
    public string Log => Tool.Snapshot(log);

    /// <summary>Starts a tool and waits until it is ready, as the caller tells.</summary>
    public static async Task<Daemon> StartAsync(Tool tool, Func<Task<bool>> isReady, params string[] arguments)
    {
        var daemon = new Daemon(new Process { StartInfo = tool.StartInfo(arguments) });
        daemon.process.OutputDataReceived += (_, line) => Tool.Append(daemon.log, line.Data);
        daemon.process.ErrorDataReceived += (_, line) => Tool.Append(daemon.log, line.Data);
        daemon.process.Start();
        daemon.process.BeginOutputReadLine();
        daemon.process.BeginErrorReadLine();
        var name = Path.GetFileName(tool.File);
        try
        {
            await Condition.WaitAsync($"{name} is ready", tool.Deadline, async () =>
                daemon.process.HasExited
                    ? throw new InvalidOperationException($"{name} exited with {daemon.process.ExitCode}.")
                    : await isReady());
            return daemon;
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            await daemon.DisposeAsync();
            throw new InvalidOperationException($"{exception.Message} It had printed:\n{daemon.Log}", exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await StopAsync();
        // Waits for the last lines of its output too.
        await process.WaitForExitAsync();
        process.Dispose();
    }

    // Asked first, so that a daemon unmounts and stops its own children; killed when it doesn't listen.
    private async Task StopAsync()
    {
        await new Tool("kill").RunAsync("-TERM", $"{process.Id}");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
