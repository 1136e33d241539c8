using Pulumi.Grpc;

namespace Dockerland.Tests.Support.Engine;

/// <summary>Thrown by an answer of the <see cref="WireEngine"/>: the call fails with this status.</summary>
internal sealed class WireFailure(RpcStatusCode code, string detail) : Exception(detail)
{
    public RpcStatusCode Code => code;

    /// <summary>The status comes after a (here empty) body, and not in place of it.</summary>
    public bool AsTrailers { get; init; }
}

/// <summary>Thrown by an answer of the <see cref="WireEngine"/>: the connection breaks without a status.</summary>
internal sealed class WireDeath : Exception;
