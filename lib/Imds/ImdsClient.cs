using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dockerland.Imds;

/// <summary>
/// The instance metadata service, version 2: a session token first, and questions with it. What it doesn't know is null; what it
/// doesn't answer is asked again until the deadline.
/// </summary>
public sealed class ImdsClient : IDisposable
{
    private const string TokenHeader = "X-aws-ec2-metadata-token";
    private const string LifeHeader = "X-aws-ec2-metadata-token-ttl-seconds";

    private readonly ImdsOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private string? _token;
    private DateTimeOffset _renewAt;

    public ImdsClient(ImdsOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        // A proxy would answer for its own host, if at all.
        _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false, ConnectTimeout = options.Patience / 2 })
        {
            BaseAddress = options.Endpoint,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>The text at a path below <c>/latest/meta-data/</c>; null when there is none.</summary>
    /// <exception cref="ImdsException">No answer within the deadline, or one that asking again won't change.</exception>
    public async Task<string?> FindAsync(string path, CancellationToken cancellationToken = default)
    {
        var begin = _time.GetTimestamp();
        var pause = _options.FirstPause;
        while (true)
        {
            try
            {
                return await AskAsync(path, cancellationToken);
            }
            catch (SilenceException silence)
            {
                var asked = _time.GetElapsedTime(begin);
                if (asked + pause >= _options.Deadline) throw new ImdsException(string.Create(CultureInfo.InvariantCulture, $"{silence.Message} Asked for {asked.TotalSeconds:0.#} s."), silence);
            }

            await Task.Delay(pause, _time, cancellationToken);
            pause = pause * 2 < _options.MostPause ? pause * 2 : _options.MostPause;
        }
    }

    /// <summary>The text at a path that every instance has.</summary>
    /// <exception cref="ImdsException">As <see cref="FindAsync"/>, and when there is none.</exception>
    public async Task<string> ReadAsync(string path, CancellationToken cancellationToken = default) =>
        await FindAsync(path, cancellationToken) ?? throw new ImdsException($"The metadata service at {_options.Endpoint} has no '{path}'.");

    /// <summary>The region; a zone less its last letter isn't it in Local Zones.</summary>
    public Task<string> ReadRegionAsync(CancellationToken cancellationToken = default) => ReadAsync("placement/region", cancellationToken);

    public Task<string> ReadInstanceIdAsync(CancellationToken cancellationToken = default) => ReadAsync("instance-id", cancellationToken);

    /// <summary>The instance's tags; null when the instance isn't allowed to see them (<c>InstanceMetadataTags</c>).</summary>
    public async Task<IReadOnlyDictionary<string, string>?> FindTagsAsync(CancellationToken cancellationToken = default)
    {
        const string Path = "tags/instance/";
        if (await FindAsync(Path, cancellationToken) is not { } keys) return null;

        var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in keys.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // One that was removed meanwhile is none.
            if (await FindAsync(Path + key, cancellationToken) is { } value) tags[key] = value;
        }

        return tags;
    }

    public void Dispose() => _http.Dispose();

    private async Task<string?> AskAsync(string path, CancellationToken cancellationToken)
    {
        if (_token is null || _time.GetUtcNow() >= _renewAt) await RenewTokenAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/latest/meta-data/{path}");
        request.Headers.Add(TokenHeader, _token);
        var (status, text) = await SendAsync(request, $"'{path}'", cancellationToken);
        switch (status)
        {
            case HttpStatusCode.OK:
                return text;
            case HttpStatusCode.NotFound:
                return null;
            case HttpStatusCode.Unauthorized:
                _token = null;
                throw new SilenceException($"The metadata service at {_options.Endpoint} doesn't take its own session token for '{path}'.");
            default:
                throw Refused(status, $"'{path}'");
        }
    }

    private async Task RenewTokenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/latest/api/token");
        request.Headers.Add(LifeHeader, _options.TokenLife.TotalSeconds.ToString("0", CultureInfo.InvariantCulture));
        var asked = _time.GetUtcNow();
        var (status, text) = await SendAsync(request, Token, cancellationToken);
        if (status is not HttpStatusCode.OK) throw Refused(status, Token);
        _token = text;
        // Early, so that none expires on its way.
        _renewAt = asked + (_options.TokenLife * 0.9);
    }

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(HttpRequestMessage request, string what, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_options.Patience, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            return (response.StatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(either.Token)));
        }
        catch (OperationCanceledException error) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new SilenceException(what is Token ? NoToken() : $"The metadata service at {_options.Endpoint} doesn't answer when asked for {what}.", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unreachable(SocketError.TimedOut, error);
        }
        catch (HttpRequestException error) when (error.InnerException is SocketException { SocketErrorCode: var code })
        {
            throw Unreachable(code, error);
        }
        catch (HttpRequestException error)
        {
            throw new SilenceException($"The metadata service at {_options.Endpoint} broke off when asked for {what} ({error.HttpRequestError}).", error);
        }
    }

    // The answer with the token is the only one that has the limit: the connection is made, the request sent, and nothing comes back.
    private string NoToken() =>
        $"The metadata service at {_options.Endpoint} doesn't answer a request for a session token. In a container the answer is a hop too far: set http_put_response_hop_limit to 2 in the instance's metadata options, or run the container on the host's network.";

    private SilenceException Unreachable(SocketError code, Exception error) =>
        new($"The metadata service at {_options.Endpoint} can't be reached ({code}): this is no EC2 instance, its metadata endpoint is disabled, or there is no network yet.", error);

    private Exception Refused(HttpStatusCode status, string what) => status switch
    {
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new SilenceException($"The metadata service at {_options.Endpoint} answers {(int)status} when asked for {what}."),
        HttpStatusCode.Forbidden => new ImdsException($"The metadata service at {_options.Endpoint} refuses {what} (403): it is disabled in the instance's metadata options, or a proxy stands between."),
        _ => new ImdsException($"The metadata service at {_options.Endpoint} answers {(int)status} when asked for {what}."),
    };

    private const string Token = "a session token";

    /// <summary>What may be better on the next try.</summary>
    private sealed class SilenceException(string message, Exception? inner = null) : Exception(message, inner);
}
