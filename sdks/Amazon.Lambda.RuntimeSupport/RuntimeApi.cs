using System.Net;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Lambda's runtime API: where events come from and answers go to.</summary>
internal sealed class RuntimeApi(HttpClient http)
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";

    private readonly string _address = $"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime";

    public async Task<InvocationRequest> NextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{_address}/invocation/next");
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new()
        {
            InputStream = new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false)),
            LambdaContext = new LambdaContext(response.Headers),
        };
    }

    public Task AnswerAsync(string id, Stream output, CancellationToken cancellationToken)
    {
        // The stream may be used again, so it isn't the content's to dispose of.
        var content = new ByteArrayContent(Bytes(output));
        content.Headers.ContentType = new("application/json");
        return PostAsync($"{_address}/invocation/{Uri.EscapeDataString(id)}/response", content, null, cancellationToken);
    }

    public Task FailAsync(string id, Exception error, CancellationToken cancellationToken) =>
        PostAsync($"{_address}/invocation/{Uri.EscapeDataString(id)}/error", Content(error), error.GetType().Name, cancellationToken);

    public Task FailInitializationAsync(Exception error) =>
        PostAsync($"{_address}/init/error", Content(error), null, CancellationToken.None);

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream?.CopyTo(copy);
        return copy.ToArray();
    }

    private static ByteArrayContent Content(Exception error) => new(ErrorText.Write(error))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/vnd.aws.lambda.error+json") },
    };

    private async Task PostAsync(string address, HttpContent content, string errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        if (errorType is not null) request.Headers.TryAddWithoutValidation(ErrorType, errorType);
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode) return response;

        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            throw new RuntimeApiClientException(Describe(response.StatusCode), (int)response.StatusCode, text, response.Headers.ToDictionary(header => header.Key, header => header.Value), null);
        }
    }

    private static string Describe(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => "Bad Request",
        HttpStatusCode.Forbidden => "Forbidden",
        HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
        HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.\n",
        _ => $"The HTTP status code of the response was not expected ({(int)status}).",
    };
}
