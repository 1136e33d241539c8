using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>Services that are written down: <c>{ "login": ["10.0.0.5:8080"] }</c>. Without the file there are none; one that is wrong anywhere says nothing at all.</summary>
internal sealed class FileSource(string file, IReadOnlyCollection<string> zones) : IServiceSource
{
    public async Task<Claims> ReadAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(file)) return new([], []);
        try
        {
            return new(Parse(await File.ReadAllTextAsync(file, cancellationToken), zones), []);
        }
        catch (Exception error) when (error is AgentException or JsonException or IOException or UnauthorizedAccessException)
        {
            throw new AgentException($"{file} can't be gone by, so what it said before holds: {Shown.Of(error.Message)}", error);
        }
    }

    /// <exception cref="AgentException">A name or a server is none.</exception>
    /// <exception cref="JsonException">It isn't an object of lists of texts.</exception>
    internal static ImmutableArray<Claim> Parse(string json, IReadOnlyCollection<string> zones)
    {
        using var document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        if (document.RootElement.ValueKind is not JsonValueKind.Object) throw new JsonException("it is no object.");

        var services = document.RootElement.EnumerateObject().ToArray();
        if (services.CountBy(service => service.Name).FirstOrDefault(count => count.Value > 1).Key is { } twice) throw new JsonException($"'{twice}' is there twice.");
        return [.. services.SelectMany(service => ClaimsOf(service.Name, Texts(service), zones))];
    }

    private static string[] Texts(JsonProperty service) =>
        service.Value.ValueKind is JsonValueKind.Array && service.Value.EnumerateArray().All(server => server.ValueKind is JsonValueKind.String)
            ? [.. service.Value.EnumerateArray().Select(server => server.GetString()!)]
            : throw new JsonException($"'{service.Name}' has no list of servers.");

    private static IEnumerable<Claim> ClaimsOf(string text, string[] servers, IReadOnlyCollection<string> zones)
    {
        var name = ServiceName.Read(text, zones, out var problem) ?? throw new AgentException(problem!);
        // The name is there though nobody answers to it.
        if (servers is []) return [new([name], "the file", "file", null)];
        return servers.Distinct().Select(server => new Claim([name], server, "file", ServerAt(server)));
    }

    private static Server ServerAt(string text) =>
        IPEndPoint.TryParse(text, out var place) && place.Port is not 0 && DesiredServers.IsAddress(place.Address)
            ? new(text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal), place.Address, place.Port)
            : throw new AgentException($"'{Shown.Of(text)}' is no server. Write ADDRESS:PORT, or [ADDRESS]:PORT for IPv6.");
}
