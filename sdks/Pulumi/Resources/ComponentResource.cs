using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A resource that consists of others.</summary>
public class ComponentResource : Resource
{
    private int _registered;

    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    public ComponentResource(
        string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, null)
    {
    }

    public ComponentResource(
        string type,
        string name,
        ResourceArgs? args,
        ComponentResourceOptions? options,
        bool remote,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(
            type,
            name,
            custom: false,
            args ?? ResourceArgs.Empty,
            options ?? new ComponentResourceOptions(),
            remote,
            registerPackageRequest)
    {
    }

    /// <summary>Registers the component's [Output] properties; call it last in the constructor.</summary>
    protected void RegisterOutputs() => RegisterOutputs(
        OutputProperties.Find(GetType(), all: true)
            .Where(output => output.Name != Constants.UrnProperty)
            .ToDictionary(output => output.Name, output => output.Property.GetValue(this)));

    /// <summary>Registers these outputs; call it last in the constructor.</summary>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object?})"/>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <inheritdoc cref="RegisterOutputs(IDictionary{string, object?})"/>
    /// <exception cref="InvalidOperationException">when outputs were registered before; the engine takes them once</exception>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs)
    {
        if (Interlocked.Exchange(ref _registered, 1) != 0)
        {
            throw new InvalidOperationException(
                $"The outputs of {GetResourceType()} '{GetResourceName()}' are registered already. Call RegisterOutputs once.");
        }

        Deployment.Required.RegisterOutputs(this, outputs);
    }
}
