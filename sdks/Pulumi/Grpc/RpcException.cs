namespace Pulumi.Grpc;

/// <summary>
/// A call to the engine that failed. It isn't <c>Grpc.Core.RpcException</c>: that type lives in a package this SDK does without,
/// and a second type of that name would mislead a program that catches the official one.
/// </summary>
internal sealed class RpcException : Exception
{
    /// <param name="call">What was called, as <c>ResourceMonitor/RegisterResource</c>.</param>
    /// <param name="connectionLost">The engine had answered before and is gone now.</param>
    public RpcException(string call, RpcStatusCode statusCode, string detail, bool connectionLost = false, Exception? inner = null)
        : base($"{call} failed with {statusCode}: {detail}", inner)
    {
        StatusCode = statusCode;
        Detail = detail;
        IsEngineShutdown = statusCode == RpcStatusCode.Unavailable && (connectionLost || SaysShutDown(detail));
    }

    public RpcStatusCode StatusCode { get; }

    /// <summary>The engine's own words.</summary>
    public string Detail { get; }

    /// <summary>
    /// The engine has ended the deployment and told the user why, for instance because another resource failed or on Ctrl-C:
    /// there is nothing to add.
    /// </summary>
    public bool IsEngineShutdown { get; }

    // The engine has no code of its own for it, just these words ahead of what it was waiting for.
    private static bool SaysShutDown(string detail) => detail.Contains("resource monitor shut down", StringComparison.Ordinal);
}
