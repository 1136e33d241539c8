using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

/// <summary>A class that references to resources of its type are read as.</summary>
[ResourceType("found:index:Known", null)]
internal sealed class Known(string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : CustomResource("found:index:Known", name, args, options, null)
{
    [Output("value")]
    public Output<string> Value { get; private set; } = null!;
}

[ResourceType("found:index:KnownGroup", null)]
internal sealed class KnownGroup(string name, ResourceArgs? args, ComponentResourceOptions? options = null)
    : ComponentResource("found:index:KnownGroup", name, args, options, remote: true)
{
    [Output("value")]
    public Output<string> Value { get; private set; } = null!;
}

[ResourceType("found:index:Versioned", "1.2.0")]
internal sealed class Versioned12(string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : CustomResource("found:index:Versioned", name, args, options, null);

[ResourceType("found:index:Versioned", "1.10.0")]
internal sealed class Versioned110(string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : CustomResource("found:index:Versioned", name, args, options, null);

[ResourceType("found:index:Versioned", "2.0.1-beta")]
internal sealed class Versioned2(string name, ResourceArgs? args, CustomResourceOptions? options = null)
    : CustomResource("found:index:Versioned", name, args, options, null);

public sealed class ResourcePackagesTests
{
    [Theory]
    [InlineData(null, typeof(Versioned2))]
    [InlineData("", typeof(Versioned2))]
    [InlineData("1.0.0", typeof(Versioned110))]
    [InlineData("1.2.0", typeof(Versioned110))]
    [InlineData("1.10.0", typeof(Versioned110))]
    [InlineData("1.11.0", typeof(DependencyResource))]
    [InlineData("2.0.0", typeof(Versioned2))]
    [InlineData("3.0.0", typeof(DependencyResource))]
    public async Task The_Newest_Class_Of_The_Same_Major_Version_Is_Taken(string? version, Type expected)
    {
        var resource = await ReferenceAsync("found:index:Versioned", version);

        Assert.IsType(expected, resource);
    }

    [Fact]
    public async Task A_Type_Below_Others_Counts_By_Its_Own() => Assert.IsType<Known>(await ReferenceAsync("found:index:KnownGroup$found:index:Known"));

    [Fact]
    public async Task An_Unheard_Of_Type_Has_No_Class() => Assert.IsType<DependencyResource>(await ReferenceAsync("un:heard:Of"));

    [Fact]
    public async Task What_Is_Found_Reads_Its_Own_State()
    {
        var known = Assert.IsType<Known>(await ReferenceAsync("found:index:Known"));

        Assert.Equal("a::b", known.GetResourceName());
        Assert.Equal("urn:pulumi:stack::project::found:index:Known::a::b", await known.Urn.ValueAsync());
        Assert.Equal("its-id", await known.Id.ValueAsync());
        Assert.Equal("its-value", await known.Value.ValueAsync());
    }

    [Fact]
    public async Task A_Component_Too_Reads_Its_Own_State()
    {
        var group = Assert.IsType<KnownGroup>(await ReferenceAsync("found:index:KnownGroup"));

        Assert.Equal("its-value", await group.Value.ValueAsync());
    }

    private static async Task<Resource?> ReferenceAsync(string type, string? version = null)
    {
        Resource? found = null;
        var run = new Run();
        run.Monitor.OnInvoke = request =>
        {
            Assert.Equal("pulumi:pulumi:getResource", request.Tok);
            return Task.FromResult(new global::Pulumi.Rpc.ResourceInvokeResponse
            {
                Return = WireValue.Parse($$"""
                    {"urn":"{{request.Args.Fields["urn"].StringValue}}","id":"its-id","state":{"value":"its-value"} }
                    """).StructValue,
            });
        };
        (await run.ExecuteAsync(() =>
        {
            found = ResourcePackages.Reference($"urn:pulumi:stack::project::{type}::a::b", version);
        })).Succeeded();
        Assert.DoesNotContain(run.Monitor.Registered, request => request.Name == "a::b");
        return found;
    }
}
