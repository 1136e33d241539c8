using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that a provider creates, updates and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : this(type, name, args, options, null)
    {
    }

    public CustomResource(
        string type,
        string name,
        ResourceArgs? args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(
            type,
            name,
            custom: true,
            args ?? ResourceArgs.Empty,
            options ?? new CustomResourceOptions(),
            registerPackageRequest: registerPackageRequest)
    {
    }

    private protected CustomResource(string urn, string? id)
        : base(urn)
    {
        if (id is not null)
        {
            Id = new(Task.FromResult(new OutputData<string>(Self, id, true, false)));
        }
    }

    /// <summary>The provider's name of the resource; unknown until it was created.</summary>
    [Output(Constants.IdProperty)]
    public Output<string> Id { get; private protected set; } = null!;
}

/// <summary>A resource of which only the URN is known: it came over the wire.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn, id: null);
