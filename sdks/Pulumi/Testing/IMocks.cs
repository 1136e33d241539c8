using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>Answers in tests for the engine and its providers.</summary>
public interface IMocks
{
    /// <summary>A resource is registered or read: its id and its outputs.</summary>
    /// <returns>no id makes it unknown; the state is a dictionary, args or an output type</returns>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>A function or method is called: its answer.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>A component's or the stack's outputs are registered.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}

public class MockResourceArgs
{
    public string? Type { get; set; }

    public string? Name { get; set; }

    /// <summary>The inputs as they go over the wire: numbers are double, unknown and null ones are left out.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider's reference; empty for the default one.</summary>
    public string? Provider { get; set; }

    /// <summary>The id to read or import; empty otherwise.</summary>
    public string? Id { get; set; }
}

public class MockCallArgs
{
    public string? Token { get; set; }

    /// <summary>The arguments as they go over the wire: numbers are double, unknown and null ones are left out.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider's reference; empty for the default one.</summary>
    public string? Provider { get; set; }
}

public sealed class MockRegisterResourceOutputsRequest(string urn, ImmutableDictionary<string, Output<object?>> outputs)
{
    public readonly string Urn = urn;

    public readonly ImmutableDictionary<string, Output<object?>> Outputs = outputs;
}

public class TestOptions
{
    /// <summary>"project" when null.</summary>
    public string? ProjectName { get; set; }

    /// <summary>"stack" when null.</summary>
    public string? StackName { get; set; }

    /// <summary>"organization" when null.</summary>
    public string? OrganizationName { get; set; }

    public string? RootDirectory { get; set; }

    /// <summary>Whether outputs that the mocks don't give are unknown; true when null.</summary>
    public bool? IsPreview { get; set; }
}

/// <summary>A cloud in which every resource is what it was asked to be, without an id.</summary>
public class EmptyMocks : IMocks
{
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<(string?, object)>((null, args.Inputs));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        return Task.FromResult<object>(args.Args);
    }
}
