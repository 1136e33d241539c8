using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>A request as it came.</summary>
internal sealed record BenchRequest(string Method, string Target, string Body)
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();

    /// <summary>Waits for a connection's next request; null when the other side closes it.</summary>
    public static BenchRequest? Read(Socket connection, byte[] buffer)
    {
        var length = 0;
        int head;
        while ((head = buffer.AsSpan(0, length).IndexOf(HeadEnd)) < 0)
        {
            if (Receive(connection, buffer, ref length) is 0) return null;
        }

        var lines = Encoding.ASCII.GetString(buffer, 0, head).Split("\r\n");
        var end = head + HeadEnd.Length + BodyLength(lines);
        while (length < end)
        {
            if (Receive(connection, buffer, ref length) is 0) return null;
        }

        var first = lines[0].Split(' ');
        return new(first[0], first[1], Encoding.UTF8.GetString(buffer, head + HeadEnd.Length, end - head - HeadEnd.Length));
    }

    private static int Receive(Socket connection, byte[] buffer, ref int length)
    {
        if (length == buffer.Length) throw new CliException($"A request has more than {buffer.Length} bytes.");
        var received = connection.Receive(buffer.AsSpan(length));
        length += received;
        return received;
    }

    private static int BodyLength(IEnumerable<string> lines)
    {
        const string name = "Content-Length:";
        var line = lines.FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(name.Length), CultureInfo.InvariantCulture);
    }
}
