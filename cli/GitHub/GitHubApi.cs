using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.GitHub;

/// <summary>The few calls of GitHub's REST API that comments and issues need.</summary>
internal sealed partial class GitHubApi : IDisposable
{
    /// <summary>The most that GitHub gives at once.</summary>
    private const int PageSize = 100;

    // More pages than any pull request has comments; ends a loop that an answer could make.
    private const int MostPages = 1000;

    private readonly HttpClient _client;

    public GitHubApi(string address, string token)
    {
        _client = new() { BaseAddress = new(address.TrimEnd('/') + "/"), Timeout = TimeSpan.FromSeconds(30) };
        _client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("dockerland", "1"));
        _client.DefaultRequestHeaders.Accept.Add(new("application/vnd.github+json"));
        _client.DefaultRequestHeaders.Add("X-GitHub-Api-Version", "2022-11-28");
    }

    /// <summary>As a workflow has it: address and token in the environment.</summary>
    public static GitHubApi OfWorkflow(Func<string, string?> environment) => environment("GITHUB_TOKEN") is { Length: > 0 } token
        ? new(environment("GITHUB_API_URL") is { Length: > 0 } address ? address : "https://api.github.com", token)
        : throw new CliException("GITHUB_TOKEN is not set. In a workflow: env: GITHUB_TOKEN: ${{ github.token }}");

    /// <summary>All items of a list, whatever pages they are on.</summary>
    public async Task<IReadOnlyList<JsonObject>> ListAsync(string path, CancellationToken cancellationToken)
    {
        var items = new List<JsonObject>();
        Uri? next = new($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={PageSize}", UriKind.Relative);
        for (var page = 0; next is not null && page < MostPages; page++)
        {
            using var response = await SendAsync(new(HttpMethod.Get, next), cancellationToken);
            items.AddRange(((await response.Content.ReadFromJsonAsync<JsonArray>(cancellationToken))!).Select(item => item!.AsObject()));
            next = Next(response);
        }
        return items;
    }

    public async Task PostAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        (await SendAsync(new(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, cancellationToken)).Dispose();

    public async Task PatchAsync(string path, JsonObject body, CancellationToken cancellationToken) =>
        (await SendAsync(new(HttpMethod.Patch, path) { Content = JsonContent.Create(body) }, cancellationToken)).Dispose();

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using (request)
        {
            HttpResponseMessage response;
            try
            {
                response = await _client.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException error)
            {
                throw new CliException($"GitHub can't be reached at '{_client.BaseAddress}': {error.Message}. Run the job again.", error);
            }
            if (response.IsSuccessStatusCode) return response;

            using (response)
                throw new CliException($"GitHub refuses {request.Method} {request.RequestUri?.PathAndQuery}: {(int)response.StatusCode}, {await MessageAsync(response, cancellationToken)}. The job's permissions or the repository's settings don't allow it, or it is gone.");
        }
    }

    private static async Task<string> MessageAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))?["message"]?.ToString() ?? "no message";
        }
        catch (JsonException)
        {
            return "no message";
        }
    }

    private Uri? Next(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out var links) && NextLink().Match(string.Join(',', links)) is { Success: true } match && Uri.TryCreate(match.Groups[1].Value, UriKind.Absolute, out var next)
            // The token is for this address alone.
            && _client.BaseAddress!.IsBaseOf(next)
            ? next
            : null;

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex NextLink();
}
