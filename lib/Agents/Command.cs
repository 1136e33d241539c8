using System.ComponentModel;
using System.Diagnostics;

namespace Dockerland.Agents;

/// <summary>Runs another program and waits for it.</summary>
public static class Command
{
    /// <inheritdoc cref="RunAsync(TimeSpan, string, IReadOnlyCollection{string}, string, CancellationToken)"/>
    public static Task<CommandResult> RunAsync(TimeSpan deadline, string program, IReadOnlyCollection<string> arguments, CancellationToken cancellationToken) =>
        RunAsync(deadline, program, arguments, "", cancellationToken);

    /// <param name="input">All that it reads on its standard input.</param>
    /// <exception cref="AgentException">It isn't there, or takes too long and is ended.</exception>
    public static async Task<CommandResult> RunAsync(TimeSpan deadline, string program, IReadOnlyCollection<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(deadline);
        using var process = new Process { StartInfo = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await WriteAsync(process.StandardInput, input, timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new(process.ExitCode, await output, (await error).Trim());
        }
        catch (Win32Exception error)
        {
            throw new AgentException($"'{program}' can't be started: {error.Message}.", error);
        }
        catch (OperationCanceledException error)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new AgentException($"'{string.Join(' ', arguments.Prepend(program))}' took longer than {deadline.TotalSeconds:0.#} s.", error);
        }
    }

    private static async Task WriteAsync(StreamWriter writer, string input, CancellationToken cancellationToken)
    {
        try
        {
            await writer.WriteAsync(input.AsMemory(), cancellationToken);
            writer.Close();
        }
        catch (IOException)
        {
            // Who reads nothing closes early; its exit status says how it went.
        }
    }
}
