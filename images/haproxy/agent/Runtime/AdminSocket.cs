using System.Net.Sockets;
using System.Text;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>HAProxy's administration: a line in, some lines out.</summary>
internal sealed class AdminSocket(string path)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public Task<string> AskAsync(string command, CancellationToken cancellationToken) => AskAsync(command, "", cancellationToken);

    /// <param name="payload">What follows the command and is in no message: <c> &lt;&lt;</c> and lines, of which none is empty.</param>
    public async Task<string> AskAsync(string command, string payload, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Deadline);
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), timeout.Token);
            await using var stream = new NetworkStream(socket);
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}{payload}\n"), timeout.Token);
            // The master waits for more otherwise.
            socket.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return (await reader.ReadToEndAsync(timeout.Token)).Trim();
        }
        catch (Exception error) when (error is SocketException or IOException)
        {
            throw new AgentException($"HAProxy doesn't answer at {path}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AgentException($"HAProxy takes longer than {Deadline.TotalSeconds:0} s for '{command}'.", error);
        }
    }
}
