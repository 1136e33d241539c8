using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;

namespace Dockerland.Tests.Support.Engine;

/// <summary>
/// What the real engine answers for a cloud that takes every resource as it is asked for: outputs are the inputs, ids derive from names.
/// </summary>
internal sealed class EngineAnswers
{
    private static readonly HashSet<string> Features =
    [
        "secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith", "replaceWith", "transforms", "invokeTransforms",
        "parameterization", "resourceHooks", "errorHooks",
    ];

    private readonly ConcurrentDictionary<string, RegisterResourceResponse> _resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _withoutOutputs = new(StringComparer.Ordinal);
    private int _signals;

    public string Project { get; init; } = "dockerland";

    public string Stack { get; init; } = "dev";

    /// <summary>A preview: a new resource has no id yet.</summary>
    public bool IsDryRun { get; init; }

    public static SupportsFeatureResponse SupportsFeature(SupportsFeatureRequest request) => new() { HasSupport = Features.Contains(request.Id) };

    public RegisterResourceResponse RegisterResource(RegisterResourceRequest request)
    {
        EngineChecks.Check(request);
        var response = new RegisterResourceResponse
        {
            Urn = Urn(request.Parent, request.Type, request.Name),
            Id = Id(request),
            // A component's outputs are told later.
            Object = request.Custom || request.Remote ? EngineChecks.WithoutUnknowns(request.Object) : new Struct(),
        };
        if (!_resources.TryAdd(response.Urn, response))
            throw new WireFailure(RpcStatusCode.Unknown, $"Duplicate resource URN '{response.Urn}'; try giving it a unique name");
        if (!request.Custom) _withoutOutputs[response.Urn] = true;
        return response;
    }

    public Empty RegisterResourceOutputs(RegisterResourceOutputsRequest request) => _withoutOutputs.TryRemove(request.Urn, out _)
        ? new()
        : throw new WireFailure(RpcStatusCode.Unknown, $"cannot complete a resource '{request.Urn}' whose registration isn't pending");

    public ReadResourceResponse ReadResource(ReadResourceRequest request)
    {
        EngineChecks.Check(request);
        var urn = Urn(request.Parent, request.Type, request.Name);
        _resources[urn] = new RegisterResourceResponse { Urn = urn, Id = request.Id, Object = request.Properties };
        return new() { Urn = urn, Properties = request.Properties };
    }

    public ResourceInvokeResponse Invoke(ResourceInvokeRequest request)
    {
        if (request.Tok != "pulumi:pulumi:getResource")
            throw new WireFailure(RpcStatusCode.Unknown, $"no answer is programmed for the function {request.Tok}");

        var urn = request.Args.Fields["urn"].StringValue;
        if (!_resources.TryGetValue(urn, out var resource))
            throw new WireFailure(RpcStatusCode.Unknown, $"unknown resource {urn}");
        return new()
        {
            Return = new Struct
            {
                Fields =
                {
                    ["urn"] = Value.ForString(resource.Urn),
                    ["id"] = Value.ForString(resource.Id),
                    ["state"] = Value.ForStruct(resource.Object),
                },
            },
        };
    }

    public static RegisterPackageResponse RegisterPackage(RegisterPackageRequest request) => new() { Ref = $"{request.Name}-{request.Version}" };

    public static CallResponse Call(ResourceCallRequest request) =>
        throw new WireFailure(RpcStatusCode.Unknown, $"no answer is programmed for the method {request.Tok}");

    public Empty SignalAndWaitForShutdown() => Interlocked.Increment(ref _signals) == 1
        ? new()
        : throw new WireFailure(RpcStatusCode.Unknown, "SignalAndWaitForShutdown called twice");

    private string Id(RegisterResourceRequest request) => request switch
    {
        { Custom: false } => "",
        { ImportId: not "" } => request.ImportId,
        _ => IsDryRun ? "" : $"{request.Name}-id",
    };

    private string Urn(string parent, string type, string name)
    {
        var ancestors = parent.Length == 0 ? "" : parent.Split("::", 4)[2];
        var types = ancestors is "" or "pulumi:pulumi:Stack" ? type : $"{ancestors}${type}";
        return $"urn:pulumi:{Stack}::{Project}::{types}::{name}";
    }
}
