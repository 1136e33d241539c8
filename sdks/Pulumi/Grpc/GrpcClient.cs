using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace Pulumi.Grpc;

/// <summary>
/// Unary gRPC calls to one service of the engine, over HTTP/2 without TLS.
/// Nothing is retried: registering a resource twice isn't the same as once.
/// </summary>
internal sealed class GrpcClient(string address, string service)
{
    /// <summary>The connections of this process; all settings that matter to a call are here.</summary>
    internal static HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        // A proxy of the environment would get the calls to the loopback address too.
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,
        EnableMultipleHttp2Connections = true,
        // KeepAlivePingDelay stays unset: the engine drops a client that pings.
    })
    {
        // A call lasts as long as the cloud takes to create the resource.
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly string _service = service[(service.LastIndexOf('.') + 1)..];
    private volatile bool _hasAnswered;

    /// <exception cref="RpcException">The engine refused the call, or can't be reached.</exception>
    public async Task<TResponse> CallAsync<TResponse>(string method, IMessage request) where TResponse : IMessage, new()
    {
        var call = $"{_service}/{method}";
        using var message = new HttpRequestMessage(HttpMethod.Post, $"http://{address}/{service}/{method}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(GrpcFrame.Pack(request)) { Headers = { ContentType = new("application/grpc") } },
        };
        message.Headers.TE.Add(new("trailers"));

        try
        {
            using var response = await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            _hasAnswered = true;
            // The trailers are complete only when the body has been read to its end.
            var body = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
            ThrowUnlessOk(call, response);
            return GrpcFrame.Unpack<TResponse>(body);
        }
        catch (InvalidDataException error)
        {
            throw new RpcException(call, RpcStatusCode.Internal, error.Message, inner: error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or OperationCanceledException)
        {
            var code = GrpcStatus.OfTransport(error);
            var detail = code == RpcStatusCode.Unavailable && !_hasAnswered
                ? $"Can't reach the engine at {address}. Run the program with the pulumi command. ({error.Message})"
                : $"The connection to the engine at {address} failed. ({error.Message})";
            throw new RpcException(call, code, detail, connectionLost: _hasAnswered, error);
        }
    }

    private static void ThrowUnlessOk(string call, HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            throw new RpcException(call, GrpcStatus.OfHttp(response.StatusCode), $"The engine answered HTTP {(int)response.StatusCode}.");

        // A call that fails before any answer has its status among the headers, and no trailers.
        var source = response.TrailingHeaders.Contains("grpc-status") ? response.TrailingHeaders : (HttpHeaders)response.Headers;
        var code = Value(source, "grpc-status");
        if (!int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var status))
            throw new RpcException(call, RpcStatusCode.Internal, $"The engine's answer has the grpc-status '{code}', which isn't a number.");
        if (status != (int)RpcStatusCode.OK)
            throw new RpcException(call, GrpcStatus.OfNumber(status), Uri.UnescapeDataString(Value(source, "grpc-message")));
    }

    private static string Value(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? string.Join(",", values) : "";
}
