using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    internal void ReadOrRegister(Declaration declaration)
    {
        if (declaration.Resource is Stack stack)
        {
            Stack = stack;
        }

        Runner.RegisterTask(CompleteAsync(declaration));
    }

    internal void RegisterOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        Runner.RegisterTask(RegisterAsync());

        async Task RegisterAsync()
        {
            var urn = await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
            var values = await outputs.GetValueAsync(whenUnknown: ImmutableDictionary<string, object?>.Empty).ConfigureAwait(false);
            var properties = await Serializer.SerializePropertiesAsync(
                values, await KeepResourcesAsync().ConfigureAwait(false)).ConfigureAwait(false);
            await _monitor.RegisterResourceOutputsAsync(new() { Urn = urn, Outputs = properties.Object }).ConfigureAwait(false);
        }
    }

    /// <summary>Registers or reads the resource and resolves its outputs, with one exception for all of them if that fails.</summary>
    private async Task CompleteAsync(Declaration declaration)
    {
        var resource = declaration.Resource;
        try
        {
            var answer = await AnswerAsync(declaration).ConfigureAwait(false);
            Resolve(resource, answer);
        }
        catch (RpcException exception) when (!exception.IsEngineShutdown)
        {
            var failure = new ResourceException(
                $"{resource.GetResourceType()} '{resource.GetResourceName()}' was refused: {exception.Detail}", resource, hideStack: true);
            FailAll(resource, failure);
            throw failure;
        }
        catch (Exception exception)
        {
            FailAll(resource, exception);
            throw;
        }
    }

    private static void FailAll(Resource resource, Exception exception)
    {
        foreach (var source in resource.Sources.Values)
        {
            source.TrySetException(exception);
        }
    }

    private async Task<Answer> AnswerAsync(Declaration declaration)
    {
        var options = declaration.Options;
        if (options.Urn is not null)
        {
            return await GetAsync(options.Urn).ConfigureAwait(false);
        }

        var id = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        if (string.IsNullOrEmpty(id))
        {
            return await RegisterAsync(declaration).ConfigureAwait(false);
        }

        return declaration.Resource is CustomResource
            ? await ReadAsync(declaration, id).ConfigureAwait(false)
            : throw new InvalidOperationException(
                $"'{declaration.Resource.GetResourceName()}' has an Id, but only resources of a provider can be read. Remove the Id.");
    }

    private async Task<Answer> GetAsync(string urn)
    {
        var args = new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add(Constants.UrnProperty, urn));
        var state = await InvokeRawAsync(Constants.GetResourceToken, await SerializeAsync(args, keepResources: false).ConfigureAwait(false), null, null)
            .ConfigureAwait(false);
        return new(Text(Constants.UrnProperty), Text(Constants.IdProperty), state.Fields.GetValueOrDefault("state")?.StructValue);

        string Text(string key) => state.Fields.GetValueOrDefault(key)?.StringValue ?? "";
    }

    private async Task<Answer> ReadAsync(Declaration declaration, string id)
    {
        var prepared = await PrepareAsync(declaration).ConfigureAwait(false);
        var response = await _monitor.ReadResourceAsync(declaration.Resource, prepared.ToReadRequest(id)).ConfigureAwait(false);
        return new(response.Urn, id, response.Properties);
    }

    private async Task<Answer> RegisterAsync(Declaration declaration)
    {
        var prepared = await PrepareAsync(declaration).ConfigureAwait(false);
        var request = await prepared.ToRegisterRequestAsync().ConfigureAwait(false);
        var response = await _monitor.RegisterResourceAsync(declaration.Resource, request).ConfigureAwait(false);
        return new(response.Urn, response.Id, response.Object)
        {
            Dependencies = response.PropertyDependencies.ToDictionary(
                entry => entry.Key,
                entry => entry.Value.Urns.Select(urn => (Resource)new DependencyResource(urn)).ToImmutableHashSet()),
            HasAllOutputs = response.Result == Result.Success && !response.Unknown,
        };
    }

    private void Resolve(Resource resource, Answer answer)
    {
        foreach (var (name, source) in resource.Sources)
        {
            if (name == Constants.UrnProperty)
            {
                source.SetText(answer.Urn, isKnown: true);
            }
            else if (name == Constants.IdProperty && resource is CustomResource)
            {
                source.SetText(answer.Id ?? "", isKnown: !string.IsNullOrEmpty(answer.Id));
            }
            else if (answer.Properties?.Fields.TryGetValue(name, out var value) == true)
            {
                source.SetValue(
                    Warn, $"{resource.GetType().FullName}.{name}", value, answer.Dependencies.GetValueOrDefault(name) ?? []);
            }
            else
            {
                // What an update didn't return has no value; what a preview didn't may still get one.
                source.TrySetDefault(isKnown: !Settings.IsDryRun && answer.HasAllOutputs);
            }
        }
    }

    /// <summary>What the engine says of a resource.</summary>
    private sealed record Answer(string Urn, string? Id, Struct? Properties)
    {
        public IReadOnlyDictionary<string, ImmutableHashSet<Resource>> Dependencies { get; init; } =
            ImmutableDictionary<string, ImmutableHashSet<Resource>>.Empty;

        /// <summary>False when the operation failed or was skipped: then a missing output is unknown.</summary>
        public bool HasAllOutputs { get; init; } = true;
    }
}
