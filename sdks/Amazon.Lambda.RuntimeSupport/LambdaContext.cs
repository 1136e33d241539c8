using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the runtime API says of an event in its headers.</summary>
internal sealed class LambdaContext(HttpResponseHeaders headers) : ILambdaContext
{
    private readonly long _deadlineMilliseconds = long.Parse(Value(headers, "Lambda-Runtime-Deadline-Ms") ?? "0", CultureInfo.InvariantCulture);

    public string AwsRequestId { get; } = Value(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new InvalidOperationException("The runtime API gave an event without Lambda-Runtime-Aws-Request-Id.");

    public string FunctionName => Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME");

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(_deadlineMilliseconds) - DateTimeOffset.UtcNow;

    public string TraceId { get; } = Value(headers, "Lambda-Runtime-Trace-Id");

    private static string Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
