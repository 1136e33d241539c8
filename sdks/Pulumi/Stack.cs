using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>How a stack is run.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _resourceTransformations;

    /// <summary>Applied to every resource of the stack.</summary>
    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }
}

/// <summary>The root of a program's resources; its [Output] properties are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    private readonly bool _isProgram;

    /// <summary>A stack class: resources are created, and outputs assigned, in its constructor.</summary>
    public Stack(StackOptions? options = null)
        : base(Constants.StackType, NameOfStack(), ToResourceOptions(options))
    {
    }

    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(program());
        RegisterOutputs(Outputs);
        _isProgram = true;
    }

    /// <summary>The stack's outputs; of a stack class, nothing until <see cref="ReadOutputs"/>.</summary>
    internal Output<IDictionary<string, object?>> Outputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>Reads the outputs of a stack class once it is constructed.</summary>
    /// <exception cref="RunException">when an output isn't assigned or isn't an output</exception>
    internal void ReadOutputs()
    {
        if (_isProgram)
        {
            return;
        }

        var outputs = OutputProperties.Find(GetType(), all: true)
            .Where(output => output.Property.DeclaringType != typeof(Resource))
            .Select(output => (output.Name, output.Property, Value: output.Property.GetValue(this)))
            .ToList();
        var unassigned = outputs.Where(output => output.Value is null).Select(output => output.Name).ToList();
        if (unassigned.Count > 0)
        {
            throw RunException.OutputsHaveNoValue(unassigned);
        }

        var mistyped = outputs.Where(output => !IsOutput(output.Property.PropertyType)).Select(output => output.Name).ToList();
        if (mistyped.Count > 0)
        {
            throw RunException.OutputsHaveIncorrectType(mistyped);
        }

        Outputs = Output.Create<IDictionary<string, object?>>(
            outputs.ToImmutableDictionary(output => output.Name, output => output.Value));
        RegisterOutputs(Outputs);
    }

    private static bool IsOutput(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Output<>);

    private static string NameOfStack() => $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}";

    private static ComponentResourceOptions? ToResourceOptions(StackOptions? options) =>
        options is null ? null : new() { ResourceTransformations = options.ResourceTransformations };
}
