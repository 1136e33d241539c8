using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>A request and its answer, in <see cref="Stopwatch"/>'s ticks.</summary>
/// <param name="Call">Of AWS, or <see cref="BenchServer.Next"/> or <see cref="BenchServer.Response"/>.</param>
internal sealed record Served(string Call, long Received, long Answered);

/// <summary>
/// Lambda's runtime API and AWS for one process. A thread for each connection and one write for each answer: what it costs itself
/// counts for all programs alike, and is as little as can be.
/// </summary>
internal sealed class BenchServer : IDisposable
{
    /// <summary>The program is ready, and waits for an event.</summary>
    public const string Next = "next";

    /// <summary>An event's result came.</summary>
    public const string Response = "response";

    private const string RuntimePath = "/2018-06-01/runtime/";
    private const int MostBytes = 1 << 17;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _connections = [];
    private readonly List<Served> _served = [];
    private readonly TaskCompletionSource<IReadOnlyList<Served>> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DnsAnswers _answers;
    private readonly Action _onResponse;
    private int _left;

    /// <param name="invocations">How many events there are.</param>
    /// <param name="onResponse">Run after each result, before the program gets on.</param>
    public BenchServer(DnsAnswers answers, int invocations, Action onResponse)
    {
        (_answers, _left, _onResponse) = (answers, invocations, onResponse);
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
        Start(Accept);
    }

    public string Address => _listener.LocalEndPoint!.ToString()!;

    /// <summary>All that was served, once the program asks for an event and there is none left; or what went wrong.</summary>
    public Task<IReadOnlyList<Served>> Done => _done.Task;

    public void Dispose()
    {
        _listener.Dispose();
        lock (_connections)
            foreach (var connection in _connections) connection.Dispose();
    }

    private void Accept()
    {
        while (true)
        {
            Socket connection;
            try
            {
                connection = _listener.Accept();
            }
            catch (Exception error) when (error is SocketException or ObjectDisposedException)
            {
                return;
            }

            connection.NoDelay = true;
            lock (_connections) _connections.Add(connection);
            Start(() => Serve(connection));
        }
    }

    private void Serve(Socket connection)
    {
        var buffer = new byte[MostBytes];
        try
        {
            while (BenchRequest.Read(connection, buffer) is { } request)
            {
                var received = Stopwatch.GetTimestamp();
                if (Answer(request) is not { } answer)
                {
                    _done.TrySetResult(Note(new(Next, received, received)));
                    return;
                }

                // Before it is sent: the next request may come on another connection at once.
                Note(new(answer.Call, received, Stopwatch.GetTimestamp()));
                connection.Send(answer.Bytes);
            }
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // The program was ended.
        }
        catch (CliException error)
        {
            _done.TrySetException(error);
        }
    }

    private IReadOnlyList<Served> Note(Served one)
    {
        lock (_served)
        {
            _served.Add(one);
            return [.. _served];
        }
    }

    /// <returns>Null for who asks for another event than the last.</returns>
    private (string Call, byte[] Bytes)? Answer(BenchRequest request)
    {
        if (!request.Target.StartsWith(RuntimePath, StringComparison.Ordinal))
        {
            var (call, body) = _answers.Answer(request);
            return (call, Http("200 OK", "text/xml", body));
        }

        if (request.Target.EndsWith("/next", StringComparison.Ordinal))
            return Interlocked.Decrement(ref _left) < 0 ? null : (Next, Http("200 OK", "application/json", Encoding.UTF8.GetBytes(DnsTexts.Notification), EventHeaders(_left)));
        if (!request.Target.EndsWith("/response", StringComparison.Ordinal)) throw new CliException($"It reports an error: {request.Body}");

        _onResponse();
        return (Response, Http("202 Accepted", "application/json", "{\"status\":\"OK\"}"u8.ToArray()));
    }

    private static string EventHeaders(int left) => string.Create(CultureInfo.InvariantCulture, $"""
        Lambda-Runtime-Aws-Request-Id: 8476a536-e9f4-11e8-9739-{left:x12}
        Lambda-Runtime-Deadline-Ms: {(DateTimeOffset.UtcNow + Deadline).ToUnixTimeMilliseconds()}
        Lambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:eu-central-1:123456789012:function:dns-updater
        Lambda-Runtime-Trace-Id: Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700

        """).ReplaceLineEndings("\r\n");

    private static byte[] Http(string status, string type, byte[] body, string headers = "") =>
    [
        .. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nx-amzn-RequestId: 7c6e177f-f082-11e1-ac58-3714bEXAMPLE\r\n{headers}\r\n")),
        .. body,
    ];

    private static void Start(ThreadStart work) => new Thread(work) { IsBackground = true }.Start();
}
