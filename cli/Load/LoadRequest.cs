using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dockerland.Cli.Load;

/// <summary>
/// One request over a connection of its own, without more of HTTP than that needs: what the load costs is taken from those who
/// answer it on the same machine.
/// </summary>
internal sealed class LoadRequest(IPEndPoint target, string host, string path)
{
    private readonly byte[] _text = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");

    /// <returns>What was wrong with the answer, or null.</returns>
    /// <exception cref="SocketException">Nobody answers.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public async Task<string?> RunAsync(byte[] buffer, CancellationToken timeout)
    {
        using var socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(target, timeout);
        await socket.SendAsync(_text, timeout);
        var length = 0;
        while (true)
        {
            if (length == buffer.Length) return $"the answer has more than {buffer.Length} bytes";
            var received = await socket.ReceiveAsync(buffer.AsMemory(length), timeout);
            if (received is 0) return Judge(buffer.AsSpan(0, length));
            length += received;
        }
    }

    internal static string? Judge(ReadOnlySpan<byte> answer)
    {
        if (answer is []) return "the connection was closed without an answer";
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0 || !answer.StartsWith("HTTP/1."u8)) return "the answer is cut off, or isn't HTTP";
        var lines = Encoding.ASCII.GetString(answer[..head]).Split("\r\n");
        if (lines[0].Split(' ') is not [_, "200", ..]) return $"it answers '{lines[0]}'";

        var body = answer.Length - head - 4;
        const string Length = "content-length:";
        if (lines.FirstOrDefault(line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase)) is not { } line) return null;
        if (!int.TryParse(line.AsSpan(Length.Length), CultureInfo.InvariantCulture, out var length)) return $"it answers '{line}'";
        return body == length ? null : $"the answer is cut off after {body} bytes";
    }
}
