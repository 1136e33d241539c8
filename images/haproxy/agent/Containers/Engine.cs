using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>The engine's HTTP API over its socket. Nothing but questions: the socket would let its owner do anything on the host.</summary>
internal sealed class Engine(string socket) : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private readonly HttpClient _client = new(new SocketsHttpHandler { ConnectCallback = (_, cancellationToken) => ConnectAsync(socket, cancellationToken) })
    {
        BaseAddress = new("http://engine/"),
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Whether there is one to ask at all.</summary>
    public static bool IsThere(string socket) => File.Exists(socket);

    /// <summary>All containers that run.</summary>
    /// <exception cref="AgentException">The engine doesn't answer.</exception>
    public Task<ImmutableArray<ContainerEntry>> ListAsync(CancellationToken cancellationToken) =>
        GetAsync("containers/json", ContainerJson.Default.ImmutableArrayContainerEntry, cancellationToken);

    /// <returns>Null for one that is gone.</returns>
    public async Task<Container?> InspectAsync(string id, CancellationToken cancellationToken) =>
        await TextAsync($"containers/{id}/json", cancellationToken) is { } text ? Parse(text, ContainerJson.Default.Container) : null;

    /// <summary>All that run, as the engine words it.</summary>
    public async Task<IReadOnlyList<string>> InspectAllAsync(CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        foreach (var entry in await ListAsync(cancellationToken))
            if (await TextAsync($"containers/{entry.Id}/json", cancellationToken) is { } text) texts.Add(text);
        return texts;
    }

    /// <summary>What happens from now on, a line of JSON each; it ends with the engine.</summary>
    public async Task<StreamReader> EventsAsync(CancellationToken cancellationToken)
    {
        const string Filters = """{"type":["container","network"],"event":["start","restart","kill","stop","die","destroy","pause","unpause","rename","health_status","connect","disconnect"]}""";
        return await AskAsync(async () => new StreamReader(await _client.GetStreamAsync(new Uri($"events?filters={Uri.EscapeDataString(Filters)}", UriKind.Relative), cancellationToken)), cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    /// <exception cref="AgentException">The text isn't what it should be.</exception>
    public static T Parse<T>(string text, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(text, type) ?? throw new AgentException("Docker answers with nothing.");
        }
        catch (JsonException error)
        {
            throw new AgentException($"What Docker answers can't be read: {error.Message}", error);
        }
    }

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        Parse(await TextAsync(path, cancellationToken) ?? throw new AgentException($"Docker doesn't know '{path}'."), type);

    private Task<string?> TextAsync(string path, CancellationToken cancellationToken) => AskAsync(
        async () =>
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(Deadline);
            using var response = await _client.GetAsync(new Uri(path, UriKind.Relative), timeout.Token);
            return response.StatusCode is HttpStatusCode.NotFound ? null : await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(timeout.Token);
        },
        cancellationToken);

    private async Task<T> AskAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (HttpRequestException error) when (error.InnerException is SocketException { SocketErrorCode: SocketError.AccessDenied })
        {
            throw new AgentException($"Docker's socket {socket} isn't for this user. Start the container with --group-add and the number of the socket's group.", error);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw new AgentException($"Docker doesn't answer at {socket}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AgentException($"Docker takes longer than {Deadline.TotalSeconds:0} s to answer at {socket}.", error);
        }
    }

    private static async ValueTask<Stream> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await connection.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
            return new NetworkStream(connection, ownsSocket: true);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
