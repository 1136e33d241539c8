using System.Net;

namespace Dockerland.Tests.Sdks.Lambda;

/// <summary>Lambda's runtime API with a few events; with the last it stops whoever asks.</summary>
internal sealed class FakeRuntimeApi(params string[] events) : HttpMessageHandler
{
    private readonly CancellationTokenSource _stop = new();
    private int _next;

    /// <summary>Method, path and body of each request, with the error's type if it has one.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>What the answer to an answer is.</summary>
    public HttpStatusCode Taken { get; init; } = HttpStatusCode.Accepted;

    /// <summary>Cancelled when there are no more events.</summary>
    public CancellationToken Stop => _stop.Token;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : " " + await request.Content.ReadAsStringAsync(cancellationToken);
        var type = request.Headers.TryGetValues("Lambda-Runtime-Function-Error-Type", out var types) ? $" ({types.Single()})" : "";
        Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}{body}{type}");
        return request.Method == HttpMethod.Post ? new(Taken) : Next(cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _stop.Dispose();
        base.Dispose(disposing);
    }

    private HttpResponseMessage Next(CancellationToken cancellationToken)
    {
        if (_next == events.Length)
        {
            _stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
        }

        var response = new HttpResponseMessage { Content = new StringContent(events[_next++]) };
        response.Headers.Add("Lambda-Runtime-Aws-Request-Id", $"id-{_next}");
        response.Headers.Add("Lambda-Runtime-Deadline-Ms", $"{DateTimeOffset.UtcNow.AddMinutes(1).ToUnixTimeMilliseconds()}");
        return response;
    }
}
