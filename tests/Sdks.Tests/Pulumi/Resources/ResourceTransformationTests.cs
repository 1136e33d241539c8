using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class ResourceTransformationTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task They_Run_From_The_Resource_Outwards()
    {
        (await Run.UpdateAsync(() =>
        {
            var outer = new Group("outer", new() { ResourceTransformations = { Note("outer") } });
            var inner = new Group("inner", new() { Parent = outer, ResourceTransformations = { Note("inner") } });
            _ = new Thing("a", options: new() { Parent = inner, ResourceTransformations = { Note("own 1"), Note("own 2") } });
        })).Succeeded();

        Assert.Equal(["own 1 a", "own 2 a", "inner a", "outer a"], _order.Where(note => note.EndsWith(" a", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Those_Of_The_Stack_Reach_Every_Resource()
    {
        var run = new Run();
        (await run.ExecuteAsync(() => new Stack(
            Programs.Of(() => { _ = new Thing("a"); }), new() { ResourceTransformations = { Note("stack") } }))).Succeeded();

        Assert.Contains("stack a", _order);
    }

    [Fact]
    public async Task What_Is_Read_By_Urn_Is_Not_The_Stacks()
    {
        var run = new Run();
        run.Monitor.OnInvoke = request => Task.FromResult(new global::Pulumi.Rpc.ResourceInvokeResponse());
        (await run.ExecuteAsync(() => new Stack(
            Programs.Of(() => { _ = new Thing("a", options: new() { Urn = "urn:the:one" }); }), new() { ResourceTransformations = { Note("stack") } }))).Succeeded();

        Assert.DoesNotContain("stack a", _order);
    }

    [Fact]
    public async Task They_Change_Args_And_Options()
    {
        var run = (await Run.UpdateAsync(() => _ = new Thing("a", new() { Value = "before" }, new()
        {
            ResourceTransformations =
            {
                args => new ResourceTransformationResult(new ThingArgs { Value = "after" }, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new() { Protect = true })),
            },
        }))).Succeeded();

        Assert.Equal("after", run.Monitor.Registration("a").Object.Fields["value"].StringValue);
        Assert.True(run.Monitor.Registration("a").Protect);
    }

    [Fact]
    public async Task Each_Sees_What_The_One_Before_Made()
    {
        ResourceArgs? seen = null;
        var made = new ThingArgs();
        (await Run.UpdateAsync(() => _ = new Thing("a", new(), new()
        {
            ResourceTransformations =
            {
                args => new ResourceTransformationResult(made, args.Options),
                args =>
                {
                    seen = args.Args;
                    return null;
                },
            },
        }))).Succeeded();

        Assert.Same(made, seen);
    }

    [Fact]
    public async Task Name_And_Type_May_Be_Asked()
    {
        string? seen = null;
        (await Run.UpdateAsync(() => _ = new Thing("a", options: new()
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen = $"{args.Resource.GetResourceType()} {args.Resource.GetResourceName()}";
                    return null;
                },
            },
        }))).Succeeded();

        Assert.Equal("test:index:Thing a", seen);
    }

    [Fact]
    public async Task Another_Parent_Is_Refused()
    {
        var run = await Run.UpdateAsync(() =>
        {
            var other = new Group("other");
            _ = new Thing("a", options: new()
            {
                ResourceTransformations = { args => new(args.Args, new CustomResourceOptions { Parent = other }) },
            });
        });

        Assert.Contains("cannot currently be used to change the 'parent'", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(32, run.ExitCode);
    }

    [Fact]
    public async Task One_That_Throws_Fails_The_Deployment_And_Does_Not_Hang()
    {
        var run = await Run.UpdateAsync(() => _ = new Thing("a", options: new()
        {
            ResourceTransformations = { args => throw new RunException("no transformation") },
        }));

        Assert.Equal(["no transformation"], run.Errors);
    }

    [Fact]
    public async Task What_Comes_Of_A_Resource_That_Was_Never_Made_Is_Not_Waited_For()
    {
        Exception? thrown = null;
        (await Run.UpdateAsync(() =>
        {
            thrown = Record.Exception(() => new Thing("a", options: new()
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        args.Resource.Urn.Apply(urn => urn.Length);
                        throw new RunException("no transformation");
                    },
                },
            }));
        })).Succeeded();

        Assert.Equal("no transformation", thrown?.Message);
    }

    private ResourceTransformation Note(string who) => args =>
    {
        lock (_order)
        {
            _order.Add($"{who} {args.Resource.GetResourceName()}");
        }

        return null;
    };
}
