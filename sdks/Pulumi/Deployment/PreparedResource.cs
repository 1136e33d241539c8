using Pulumi.Rpc;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>All that a request about a resource needs, resolved.</summary>
internal sealed record PreparedResource(Declaration Declaration, SerializedProperties Properties)
{
    private Resource Resource => Declaration.Resource;

    private ResourceOptions Options => Declaration.Options;

    public required string ParentUrn { get; init; }

    public required string Provider { get; init; }

    public required IReadOnlyDictionary<string, string> Providers { get; init; }

    /// <summary>Every URN that the resource depends on, sorted.</summary>
    public required IReadOnlyCollection<string> Dependencies { get; init; }

    public required IReadOnlyDictionary<string, IReadOnlyCollection<string>> PropertyDependencies { get; init; }

    public required IReadOnlyList<Rpc.Alias> Aliases { get; init; }

    public required IReadOnlyList<Resource> ReplaceWith { get; init; }

    public required string PackageReference { get; init; }

    public required bool AcceptResources { get; init; }

    public ReadResourceRequest ToReadRequest(string id) => new()
    {
        Id = id,
        Type = Resource.GetResourceType(),
        Name = Resource.GetResourceName(),
        Parent = ParentUrn,
        Properties = Properties.Object,
        Dependencies = { Dependencies },
        Provider = Provider,
        Version = Options.Version ?? "",
        AcceptSecrets = true,
        AdditionalSecretOutputs = { (Options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [] },
        AcceptResources = AcceptResources,
        PluginDownloadURL = Options.PluginDownloadURL ?? "",
        PackageRef = PackageReference,
    };

    public async Task<RegisterResourceRequest> ToRegisterRequestAsync()
    {
        var request = new RegisterResourceRequest
        {
            Type = Resource.GetResourceType(),
            Name = Resource.GetResourceName(),
            Parent = ParentUrn,
            Custom = Declaration.Custom,
            Remote = Declaration.Remote,
            Object = Properties.Object,
            Dependencies = { Dependencies },
            Provider = Provider,
            Providers = { Providers.ToDictionary() },
            Version = Options.Version ?? "",
            PluginDownloadURL = Options.PluginDownloadURL ?? "",
            PackageRef = PackageReference,
            Aliases = { Aliases },
            IgnoreChanges = { Options.IgnoreChanges },
            HideDiffs = { Options.HideDiffs },
            CustomTimeouts = Options.CustomTimeouts?.ToWire(),
            DeletedWith = await UrnAsync(Options.DeletedWith).ConfigureAwait(false),
            AcceptSecrets = true,
            AcceptResources = AcceptResources,
            SupportsResultReporting = true,
        };
        foreach (var (property, urns) in PropertyDependencies)
        {
            request.PropertyDependencies[property] = new() { Urns = { urns } };
        }

        if (Options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (Options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        foreach (var resource in ReplaceWith)
        {
            request.ReplaceWith.Add(await UrnAsync(resource).ConfigureAwait(false));
        }

        if (Options.ReplacementTrigger is { } trigger)
        {
            request.ReplacementTrigger = await new Serializer(keepResources: true)
                .SerializeAsync("replacementTrigger", trigger).ConfigureAwait(false);
        }

        if (Options is CustomResourceOptions custom)
        {
            AddCustom(request, custom);
        }

        return request;
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
