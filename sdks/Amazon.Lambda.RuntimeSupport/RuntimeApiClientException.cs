namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The runtime API refused something. The process can't go on: Lambda starts another one.</summary>
public class RuntimeApiClientException(string message, int statusCode, string response, Dictionary<string, IEnumerable<string>> headers, Exception innerException)
    : Exception($"{message}\n\nStatus: {statusCode}\nResponse: \n{response}", innerException)
{
    public int StatusCode { get; } = statusCode;

    public string Response { get; } = response;

    public Dictionary<string, IEnumerable<string>> Headers { get; } = headers;
}
