using System.Net;
using System.Net.Sockets;
using System.Text;
using Dockerland.Cli.Load;

namespace Dockerland.Tests.Stack.Cli.Load;

/// <summary>Answers each request with the same text and closes the connection; without a text it never answers.</summary>
internal sealed class OneAnswer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly string? _text;
    private readonly IPEndPoint _address;

    public OneAnswer(string? text)
    {
        _text = text;
        _listener.Start();
        _address = (IPEndPoint)_listener.LocalEndpoint;
        _ = ServeAsync();
    }

    public string Url => $"http://{_address}/";

    public LoadRun NewLoad(LoadShape shape) => new(new(_address, "test", "/"), shape);

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception error) when (error is SocketException or ObjectDisposedException)
        {
            // Closed at the end of the test.
        }
    }

    private async Task AnswerAsync(Socket socket)
    {
        using (socket)
        {
            await socket.ReceiveAsync(new byte[4096]);
            if (_text is null) await socket.ReceiveAsync(new byte[1]);
            else if (_text is not "") await socket.SendAsync(Encoding.ASCII.GetBytes(_text));
        }
    }
}
