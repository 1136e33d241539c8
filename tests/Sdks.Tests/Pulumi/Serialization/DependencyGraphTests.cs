using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class DependencyGraphTests
{
    private sealed class RemoteGroup(string name, ComponentResourceOptions? options = null)
        : ComponentResource("test:index:RemoteGroup", name, null, options, remote: true);

    [Fact]
    public Task A_Local_Component_Stands_For_All_Below_It() => ExpandsToAsync(["a", "b", "remote"], () =>
    {
        var outer = new Group("outer");
        var inner = new Group("inner", new() { Parent = outer });
        var a = new Thing("a", options: new() { Parent = outer });
        _ = new Thing("b", options: new() { Parent = inner });
        _ = new Thing("below a", options: new() { Parent = a });
        var remote = new RemoteGroup("remote", new() { Parent = inner });
        _ = new Thing("below remote", options: new() { Parent = remote });
        return ([outer], null);
    });

    [Fact]
    public Task A_Resource_Stands_For_Itself() => ExpandsToAsync(["a"], () =>
    {
        var a = new Thing("a");
        return ([a, a], null);
    });

    [Fact]
    public Task An_Empty_Component_Stands_For_Nothing() => ExpandsToAsync([], () => ([new Group("empty")], null));

    [Fact]
    public Task Inside_Its_Own_Component_A_Resource_Depends_On_What_Came_Before_It() => ExpandsToAsync(["before"], () =>
    {
        var outer = new Group("outer");
        _ = new Thing("before", options: new() { Parent = outer });
        var inner = new Group("inner", new() { Parent = outer });
        var dependent = new Thing("dependent", options: new() { Parent = inner });
        _ = new Thing("after", options: new() { Parent = outer });
        return ([outer], dependent);
    });

    [Fact]
    public Task Of_Another_Component_It_Depends_On_All() => ExpandsToAsync(["after"], () =>
    {
        var other = new Group("other");
        var dependent = new Thing("dependent", options: new() { Parent = new Group("own") });
        _ = new Thing("after", options: new() { Parent = other });
        return ([other], dependent);
    });

    private static async Task ExpandsToAsync(string[] expected, Func<(Resource[] Resources, Resource? Dependent)> create)
    {
        string[] names = [];
        (await Run.UpdateAsync(() =>
        {
            var (resources, dependent) = create();
            names = [.. DependencyGraph.Expand(resources, dependent).Select(resource => resource.GetResourceName()).Order()];
        })).Succeeded();
        Assert.Equal(expected, names);
    }
}
