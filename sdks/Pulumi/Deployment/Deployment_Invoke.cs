using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;
using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Calls a function with plain arguments; the answer loses what is secret of it.</summary>
    internal async Task<T> InvokeAsync<T>(
        string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
    {
        var keepResources = await KeepResourcesAsync().ConfigureAwait(false);
        var serialized = await SerializeAsync(args ?? InvokeArgs.Empty, keepResources).ConfigureAwait(false);
        var answer = await InvokeRawAsync(token, serialized, options, registerPackageRequest).ConfigureAwait(false);
        return Convert<T>(token, answer).Value;
    }

    /// <summary>
    /// Calls a function once its arguments and what it depends on are known; otherwise, as in a first preview, the answer is
    /// unknown.
    /// </summary>
    internal Output<T> Invoke<T>(
        string token, InvokeArgs? args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
    {
        return new(DataAsync());

        async Task<OutputData<T>> DataAsync()
        {
            var keepResources = await KeepResourcesAsync().ConfigureAwait(false);
            var serialized = await SerializeAsync(args ?? InvokeArgs.Empty, keepResources).ConfigureAwait(false);
            IReadOnlyList<Resource> dependsOn = options is InvokeOutputOptions outputOptions
                ? await ListAsync(outputOptions.DependsOn).ConfigureAwait(false)
                : [];
            var dependencies = serialized.Dependencies.Values.SelectMany(resources => resources).Concat(dependsOn).ToImmutableHashSet();
            if (serialized.ContainsUnknowns || await HasUnknownIdAsync(dependencies).ConfigureAwait(false))
            {
                return new(dependencies, default!, isKnown: false, isSecret: false);
            }

            var answer = await InvokeRawAsync(token, serialized, options, registerPackageRequest).ConfigureAwait(false);
            var data = Convert<T>(token, answer);
            return new(dependencies.Union(data.Resources), data.Value, data.IsKnown, data.IsSecret);
        }
    }

    /// <summary>Calls a resource's method, or a provider's that tracks dependencies itself.</summary>
    internal Output<T> Call<T>(
        string token, CallArgs? args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest)
    {
        return new(DataAsync());

        async Task<OutputData<T>> DataAsync()
        {
            var properties = (args ?? CallArgs.Empty).ToProperties().Append(KeyValuePair.Create<string, object?>("__self__", self));
            var serialized = await Serializer.SerializePropertiesAsync(
                properties,
                keepResources: true,
                keepOutputValues: await _monitor.SupportsFeatureAsync("outputValues").ConfigureAwait(false),
                excludeResourceReferences: true).ConfigureAwait(false);
            var request = new ResourceCallRequest
            {
                Tok = token,
                Args = serialized.Object,
                Provider = await ProviderReferenceAsync(options?.Provider ?? (options?.Parent ?? self)?.GetProvider(token)).ConfigureAwait(false),
                Version = options?.Version ?? "",
                PluginDownloadURL = options?.PluginDownloadURL ?? "",
                PackageRef = await PackageReferenceAsync(registerPackageRequest).ConfigureAwait(false),
            };
            foreach (var (key, resources) in serialized.Dependencies)
            {
                request.ArgDependencies[key] = new() { Urns = { await DependencyGraph.UrnsAsync(resources).ConfigureAwait(false) } };
            }

            var response = await _monitor.CallAsync(request).ConfigureAwait(false);
            ThrowOnFailures("Call", token, response.Failures);
            var data = Convert<T>(token, response.Return ?? new());
            var urns = response.ReturnDependencies.Values.SelectMany(dependency => dependency.Urns).Distinct();
            return new(
                data.Resources.Union(urns.Select(urn => (Resource)new DependencyResource(urn))), data.Value, data.IsKnown, data.IsSecret);
        }
    }

    private static async Task<bool> HasUnknownIdAsync(IReadOnlySet<Resource> dependencies)
    {
        foreach (var resource in DependencyGraph.Expand(dependencies))
        {
            if (resource is CustomResource { Id: { } id } && !(await id.DataTask.ConfigureAwait(false)).IsKnown)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<string> ProviderReferenceAsync(ProviderResource? provider) =>
        provider is null ? "" : await provider.ReferenceAsync().ConfigureAwait(false);

    private static void ThrowOnFailures(string what, string token, IEnumerable<CheckFailure> failures)
    {
        var reasons = string.Join("; ", failures.Select(failure => $"{failure.Reason} ({failure.Property})"));
        if (reasons.Length > 0)
        {
            throw new InvokeException($"{what} of '{token}' failed: {reasons}");
        }
    }

    private OutputData<T> Convert<T>(string token, Struct answer) =>
        Converter.Convert<T>(Warn, $"{token} result", Value.ForStruct(answer));

    private async Task<Struct> InvokeRawAsync(
        string token, SerializedProperties args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
    {
        try
        {
            var response = await _monitor.InvokeAsync(new()
            {
                Tok = token,
                Args = args.Object,
                Provider = await ProviderReferenceAsync(options?.Provider ?? options?.Parent?.GetProvider(token)).ConfigureAwait(false),
                Version = options?.Version ?? "",
                PluginDownloadURL = options?.PluginDownloadURL ?? "",
                AcceptResources = Settings.ResourceReferences,
                PackageRef = await PackageReferenceAsync(registerPackageRequest).ConfigureAwait(false),
            }).ConfigureAwait(false);
            ThrowOnFailures("Invoke", token, response.Failures);
            return response.Return ?? new();
        }
        catch (RpcException exception) when (!exception.IsEngineShutdown)
        {
            throw new InvokeException($"Invoke of '{token}' failed: {exception.Detail}");
        }
    }
}
