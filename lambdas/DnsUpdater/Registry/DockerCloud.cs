using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dockerland.DnsUpdater.Registry;

/// <summary>Docker Cloud's API for nodes: <c>GET /api/infra/v1/node/</c> in pages, and <c>DELETE /api/infra/v1/node/UUID/</c>.</summary>
/// <param name="key">Of the user, asked for when it is needed.</param>
internal sealed class DockerCloud(HttpClient http, Uri address, string user, Func<CancellationToken, Task<string>> key) : INodeRegistry
{
    private const string Nodes = "api/infra/v1/node/";

    // More than any registry has; a page that names itself as the next one would never end.
    private const int MostPages = 1_000;

    public async Task<ImmutableArray<RegistryNode>> ListAsync(CancellationToken cancellationToken)
    {
        var nodes = ImmutableArray.CreateBuilder<RegistryNode>();
        var next = Nodes;
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            using var response = await SendAsync(HttpMethod.Get, next, cancellationToken);
            if (!response.IsSuccessStatusCode) throw Refused("list its nodes", response);
            next = await ReadPageAsync(response, nodes, cancellationToken);
        }

        return nodes.ToImmutable();
    }

    public async Task DeleteAsync(RegistryNode node, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"{Nodes}{Uri.EscapeDataString(node.Id)}/", cancellationToken);
        if (!response.IsSuccessStatusCode && response.StatusCode is not HttpStatusCode.NotFound) throw Refused($"delete node {node.Id}", response);
    }

    private async Task<string?> ReadPageAsync(HttpResponseMessage response, ImmutableArray<RegistryNode>.Builder nodes, CancellationToken cancellationToken)
    {
        try
        {
            using var page = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken);
            foreach (var node in page.RootElement.GetProperty("objects").EnumerateArray())
                nodes.Add(new(Text(node, "uuid") ?? throw new JsonException("a node has no uuid"), Text(node, "state") ?? "", Text(node, "public_ip"), Time(Text(node, "deployed_datetime"))));
            // Only its path: the key is for no other server.
            return page.RootElement.TryGetProperty("meta", out var meta) && Text(meta, "next") is { Length: > 0 } next ? new Uri(address, next).PathAndQuery : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UpdaterException($"The node registry {address} answered with no list of nodes: {error.Message}", error);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{await key(cancellationToken)}")));
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or OperationCanceledException)
        {
            throw new UpdaterException($"The node registry {address} didn't answer: {error.Message}", error);
        }
    }

    private UpdaterException Refused(string what, HttpResponseMessage response) => new(response.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => $"The node registry {address} doesn't let user '{user}' {what}: {(int)response.StatusCode}. Check the user and the key.",
        HttpStatusCode.PaymentRequired => $"The node registry {address} asks for money to {what}: its plan has no room for another node. The dead ones are deleted with the next passes.",
        _ => $"The node registry {address} didn't {what}: {(int)response.StatusCode}.",
    });

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
