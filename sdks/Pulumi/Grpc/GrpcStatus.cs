using System.Net;

namespace Pulumi.Grpc;

/// <summary>What failures below gRPC mean as a status, by gRPC's own tables.</summary>
internal static class GrpcStatus
{
    public static RpcStatusCode OfNumber(int number) =>
        Enum.IsDefined((RpcStatusCode)number) ? (RpcStatusCode)number : RpcStatusCode.Unknown;

    public static RpcStatusCode OfHttp(HttpStatusCode status) => (int)status switch
    {
        400 => RpcStatusCode.Internal,
        401 => RpcStatusCode.Unauthenticated,
        403 => RpcStatusCode.PermissionDenied,
        404 => RpcStatusCode.Unimplemented,
        429 or 502 or 503 or 504 => RpcStatusCode.Unavailable,
        _ => RpcStatusCode.Unknown,
    };

    public static RpcStatusCode OfTransport(Exception error) => error switch
    {
        OperationCanceledException => RpcStatusCode.Cancelled,
        HttpProtocolException reset => OfReset(reset.ErrorCode),
        HttpRequestException { InnerException: HttpProtocolException reset } => OfReset(reset.ErrorCode),
        HttpRequestException { HttpRequestError: HttpRequestError.VersionNegotiationError or HttpRequestError.InvalidResponse } => RpcStatusCode.Internal,
        _ => RpcStatusCode.Unavailable,
    };

    // HTTP/2's error codes: NO_ERROR and REFUSED_STREAM, CANCEL, ENHANCE_YOUR_CALM, INADEQUATE_SECURITY.
    private static RpcStatusCode OfReset(long errorCode) => errorCode switch
    {
        0x0 or 0x7 => RpcStatusCode.Unavailable,
        0x8 => RpcStatusCode.Cancelled,
        0xb => RpcStatusCode.ResourceExhausted,
        0xc => RpcStatusCode.PermissionDenied,
        _ => RpcStatusCode.Internal,
    };
}
