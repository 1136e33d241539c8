using System.Text;
using System.Text.Json;

namespace Dockerland.DnsUpdater;

/// <summary>Takes events from Lambda's runtime API, one after the other, and tells it how each went.</summary>
/// <param name="http">Its base address is the API's.</param>
/// <param name="handle">Answers an event, or throws.</param>
internal sealed class RuntimeLoop(HttpClient http, Func<string, CancellationToken, Task<string>> handle)
{
    private const string RequestId = "Lambda-Runtime-Aws-Request-Id";
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    /// <summary>Until it is cancelled or the API doesn't answer; Lambda then starts another process.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true) await RunOnceAsync(cancellationToken);
    }

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        using var next = await http.GetAsync(new Uri("invocation/next", UriKind.Relative), cancellationToken);
        next.EnsureSuccessStatusCode();
        var id = next.Headers.GetValues(RequestId).Single();
        using var answer = await AnswerAsync(id, await next.Content.ReadAsStringAsync(cancellationToken), cancellationToken);
        using var taken = await http.SendAsync(answer, cancellationToken);
        taken.EnsureSuccessStatusCode();
    }

    // Whatever a handler throws is that event's failure; the next event may go well.
    private async Task<HttpRequestMessage> AnswerAsync(string id, string @event, CancellationToken cancellationToken)
    {
        try
        {
            return Post($"invocation/{id}/response", await handle(@event, cancellationToken));
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"dns-updater: {id}: {error.Message}");
            var failure = Post($"invocation/{id}/error", Describe(error));
            failure.Headers.Add(ErrorType, error.GetType().Name);
            return failure;
        }
    }

    private static HttpRequestMessage Post(string path, string body) => new(HttpMethod.Post, new Uri(path, UriKind.Relative))
    {
        Content = new StringContent(body, Encoding.UTF8, "application/json"),
    };

    private static string Describe(Exception error)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("errorType", error.GetType().Name);
            json.WriteString("errorMessage", error.Message);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
