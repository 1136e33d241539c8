using Pulumi.Rpc;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>All that a request about a resource needs, resolved.</summary>
internal sealed record PreparedResource(Resource Resource, bool Custom, bool Remote, SerializedProperties Properties)
{
    public required string ParentUrn { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyDictionary<string, string> Providers { get; init; }

    /// <summary>Every URN that the resource depends on, sorted.</summary>
    public required IReadOnlyCollection<string> Dependencies { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyCollection<string>> PropertyDependencies { get; init; }

    public required IReadOnlyList<Rpc.Alias> Aliases { get; init; }

    public required string PackageReference { get; init; }

    public required bool AcceptResources { get; init; }

    public ReadResourceRequest ToReadRequest(string id, ResourceOptions options) => new()
    {
        Id = id,
        Type = Resource.GetResourceType(),
        Name = Resource.GetResourceName(),
        Parent = ParentUrn,
        Properties = Properties.Object,
        Dependencies = { Dependencies },
        Provider = Provider,
        Version = options.Version ?? "",
        AcceptSecrets = true,
        AdditionalSecretOutputs = { (options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [] },
        AcceptResources = AcceptResources,
        PluginDownloadURL = options.PluginDownloadURL ?? "",
        PackageRef = PackageReference,
    };

    public async Task<RegisterResourceRequest> ToRegisterRequestAsync(ResourceOptions options)
    {
        var request = new RegisterResourceRequest
        {
            Type = Resource.GetResourceType(),
            Name = Resource.GetResourceName(),
            Parent = ParentUrn,
            Custom = Custom,
            Remote = Remote,
            Object = Properties.Object,
            Dependencies = { Dependencies },
            Provider = Provider,
            Providers = { Providers.ToDictionary() },
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            PackageRef = PackageReference,
            Aliases = { Aliases },
            IgnoreChanges = { options.IgnoreChanges },
            HideDiffs = { options.HideDiffs },
            CustomTimeouts = options.CustomTimeouts?.ToWire(),
            DeletedWith = await UrnAsync(options.DeletedWith).ConfigureAwait(false),
            AcceptSecrets = true,
            AcceptResources = AcceptResources,
            SupportsResultReporting = true,
        };
        foreach (var (property, urns) in PropertyDependencies)
        {
            request.PropertyDependencies[property] = new() { Urns = { urns } };
        }

        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        foreach (var resource in await ListAsync(options.ReplaceWith).ConfigureAwait(false))
        {
            request.ReplaceWith.Add(await UrnAsync(resource).ConfigureAwait(false));
        }

        if (options.ReplacementTrigger is { } trigger)
        {
            request.ReplacementTrigger = await new Serializer(keepResources: true)
                .SerializeAsync("replacementTrigger", trigger).ConfigureAwait(false);
        }

        if (options is CustomResourceOptions custom)
        {
            AddCustom(request, custom);
        }

        return request;
    }

    internal static async Task<IReadOnlyList<Resource>> ListAsync(InputList<Resource> resources)
    {
        var list = await resources.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false);
        return list.IsDefault ? [] : list;
    }

    private static void AddCustom(RegisterResourceRequest request, CustomResourceOptions options)
    {
        request.AdditionalSecretOutputs.Add(options.AdditionalSecretOutputs);
        request.ReplaceOnChanges.Add(options.ReplaceOnChanges);
        request.ImportId = options.ImportId ?? "";
        request.EnvVarMappings.Add(options.EnvVarMappings);
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
    }

    private static async Task<string> UrnAsync(Resource? resource) =>
        resource is null ? "" : await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
}
