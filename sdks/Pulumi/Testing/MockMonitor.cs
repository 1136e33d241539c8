using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>A monitor that asks a test's mocks.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentDictionary<string, Struct> _registered = new();
    private readonly Lock _lock = new();
    private readonly List<Resource> _resources = [];

    /// <summary>Every resource in the order of its registration.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_lock)
            {
                return [.. _resources];
            }
        }
    }

    // Output values would show mocks outputs where they expect plain values.
    public Task<bool> SupportsFeatureAsync(string feature) => Task.FromResult(feature != "outputValues");

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        Add(resource);
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        if (request.Type == Constants.StackType)
        {
            return new() { Urn = urn, Object = new() };
        }

        var (id, state) = await NewResourceAsync(urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToDictionary(request.Object),
            Provider = request.Provider,
            Id = request.ImportId,
        }).ConfigureAwait(false);
        return new() { Urn = urn, Id = id, Object = state };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        Add(resource);
        var urn = NewUrn(request.Parent, request.Type, request.Name);
        var (_, state) = await NewResourceAsync(urn, new()
        {
            Type = request.Type,
            Name = request.Name,
            Inputs = ToDictionary(request.Properties),
            Provider = request.Provider,
            Id = request.Id,
        }).ConfigureAwait(false);
        return new() { Urn = urn, Properties = state };
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request)
    {
        if (request.Tok == Constants.GetResourceToken)
        {
            var urn = request.Args.Fields[Constants.UrnProperty].StringValue;
            return _registered.TryGetValue(urn, out var resource)
                ? new() { Return = resource }
                : throw new InvalidOperationException($"Unknown resource {urn}");
        }

        return new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };
    }

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) =>
        new() { Return = await CallMocksAsync(request.Tok, request.Args, request.Provider).ConfigureAwait(false) };

    public async Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) =>
        await mocks.RegisterResourceOutputs(new(
            request.Urn,
            request.Outputs.Fields.ToImmutableDictionary(
                field => field.Key,
                field => new Output<object?>(Task.FromResult(Deserializer.Deserialize(field.Value)))))).ConfigureAwait(false);

    public Task<RegisterPackageResponse> RegisterPackageAsync(Rpc.RegisterPackageRequest request) =>
        Task.FromResult(new RegisterPackageResponse { Ref = $"{request.Name}-{request.Version}" });

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private static ImmutableDictionary<string, object> ToDictionary(Struct properties) => properties.Fields
        .Select(field => KeyValuePair.Create(field.Key, Deserializer.Deserialize(field.Value)))
        .Where(field => field.Value is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(field => field.Key, field => field.Value.Value!);

    private static async Task<Struct> SerializeAsync(object value)
    {
        var serialized = await new Serializer(keepResources: true).SerializeAsync("", value).ConfigureAwait(false);
        return serialized.KindCase == Value.KindOneofCase.StructValue
            ? serialized.StructValue
            : throw new InvalidOperationException(
                $"{value?.GetType().FullName ?? "null"} is not a supported argument type. Mocks return a dictionary, args or an output type.");
    }

    private async Task<(string Id, Struct State)> NewResourceAsync(string urn, MockResourceArgs args)
    {
        var (id, value) = await mocks.NewResourceAsync(args).ConfigureAwait(false);
        id ??= args.Id ?? "";
        var state = await SerializeAsync(value).ConfigureAwait(false);
        _registered[urn] = new()
        {
            Fields =
            {
                [Constants.UrnProperty] = Value.ForString(urn),
                [Constants.IdProperty] = Value.ForString(id),
                ["state"] = Value.ForStruct(state),
            },
        };
        return (id, state);
    }

    private async Task<Struct> CallMocksAsync(string token, Struct args, string provider) => await SerializeAsync(
        await mocks.CallAsync(new() { Token = token, Args = ToDictionary(args), Provider = provider }).ConfigureAwait(false))
        .ConfigureAwait(false);

    private void Add(Resource resource)
    {
        lock (_lock)
        {
            _resources.Add(resource);
        }
    }

    // The official mocks keep the outermost ancestor's type only, unlike the engine; tests depend on it.
    private string NewUrn(string parent, string type, string name)
    {
        var qualified = parent.Length > 0 ? $"{parent.Split("::", 4)[2].Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{qualified}::{name}";
    }
}
