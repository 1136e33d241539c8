using System.ComponentModel;
using System.Diagnostics;

namespace Dockerland.MetadataAgent;

internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs another program and waits for it.</summary>
internal static class Command
{
    /// <exception cref="AgentException">It isn't there, or takes too long and is ended.</exception>
    public static async Task<CommandResult> RunAsync(TimeSpan deadline, string program, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(deadline);
        using var process = new Process { StartInfo = new(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await WriteAsync(process.StandardInput, input);
            await process.WaitForExitAsync(timeout.Token);
            return new(process.ExitCode, await output, (await error).Trim());
        }
        catch (Win32Exception error)
        {
            throw new AgentException(ExitCodes.Software, $"'{program}' can't be started: {error.Message}.", error);
        }
        catch (OperationCanceledException error)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            cancellationToken.ThrowIfCancellationRequested();
            throw new AgentException(ExitCodes.Software, $"'{program}' took longer than {deadline.TotalSeconds:0} s.", error);
        }
    }

    // Who reads nothing closes early; its exit status says how it went.
    private static async Task WriteAsync(StreamWriter writer, string input)
    {
        try
        {
            await writer.WriteAsync(input);
            writer.Close();
        }
        catch (IOException)
        {
        }
    }
}
