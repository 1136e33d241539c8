using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Sdks.Pulumi.Testing;

/// <summary>How a test's run begins and ends.</summary>
public sealed class TestAsyncTests
{
    private readonly FakeMocks _mocks = new();

    [Fact]
    public async Task One_Logged_Error_Is_Thrown()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => Log.Error("one")));

        Assert.Equal("one", failure.Message);
    }

    [Fact]
    public async Task Several_Logged_Errors_Are_Thrown_Together()
    {
        var failure = await Assert.ThrowsAsync<AggregateException>(() => _mocks.TestAsync(() =>
        {
            Log.Error("one");
            Log.Error("two");
        }));

        Assert.Equal(["one", "two"], failure.InnerExceptions.Select(inner => Assert.IsType<RunException>(inner).Message));
    }

    [Fact]
    public async Task Warnings_Are_No_Errors() => Assert.Empty(await _mocks.TestAsync(() => Log.Warn("w")));

    [Fact]
    public async Task A_Throwing_Program_Is_Told_As_Its_User_Would_Be()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => throw new InvalidOperationException("broken")));

        Assert.Contains("failed with an unhandled exception:\nSystem.InvalidOperationException: broken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Throwing_Mock_Ends_The_Test()
    {
        _mocks.OnResource = args => throw new RunException("no mock");

        Assert.Equal("no mock", (await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => _ = new Thing("a")))).Message);
    }

    [Fact]
    public async Task A_Throwing_Function_Ends_The_Test()
    {
        _mocks.OnCall = args => throw new RunException("no call");

        Assert.Equal("no call", (await Assert.ThrowsAsync<RunException>(
            () => _mocks.TestAsync(() => { Deployment.Instance.InvokeSingle<string>("a:b:c", InvokeArgs.Empty); }))).Message);
    }

    [Fact]
    public async Task A_Urn_That_Was_Never_Registered_Ends_The_Test()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => _ = new Thing("a", options: new() { Urn = "urn:un:heard" })));

        Assert.Contains("Unknown resource urn:un:heard", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Failing_Input_Ends_The_Test()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => _mocks.TestAsync(() => _ = new Thing("a", new() { Any = 1L })));

        Assert.Contains("error serializing property \"any\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_Resource_Is_Returned_But_Not_The_Hidden_Stack()
    {
        var resources = await _mocks.TestAsync(async () =>
        {
            await new ThingProvider("p").Id.DataAsync();
            await new Group("g").Urn.DataAsync();
            _ = new Thing("a");
        });

        Assert.Equal(["p", "g", "a"], resources.Select(resource => resource.GetResourceName()));
    }

    [Fact]
    public async Task An_Async_Program_Gives_Its_Outputs()
    {
        var (resources, outputs) = await Deployment.TestAsync(_mocks, new TestOptions(), async () =>
        {
            await Task.Yield();
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["id"] = new Thing("a").Id };
        }).WaitAsync(Run.Deadline);

        Assert.Single(resources);
        Assert.Equal("a-id", await Assert.IsType<Output<string>>(outputs["id"]).ValueAsync());
    }

    [Fact]
    public async Task Without_Options_It_Is_A_Preview_Of_Default_Names() => await _mocks.TestAsync(() =>
    {
        var instance = Deployment.Instance;
        Assert.Equal(
            ("project", "stack", "organization", true),
            (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun));
        Assert.Throws<InvalidOperationException>(() => instance.RootDirectory);
    });

    [Fact]
    public async Task Options_Are_Taken() => await _mocks.TestAsync(
        () =>
        {
            var instance = Deployment.Instance;
            Assert.Equal(
                ("p", "s", "o", "/r", false),
                (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun));
        },
        new() { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r", IsPreview = false });

    [Fact]
    public async Task Tests_Side_By_Side_Do_Not_Mix()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
        {
            var resources = await new FakeMocks().TestAsync(
                async () =>
                {
                    var first = new Thing("first", new() { Value = Deployment.Instance.StackName });
                    await Task.Yield();
                    _ = new Thing($"second{i}", new() { Value = first.Value.Apply(_ => Deployment.Instance.StackName) });
                },
                new() { StackName = $"stack{i}" });
            return (Expected: $"stack{i}", Names: await NamesAsync(resources));
        }));

        Assert.All(runs, run => Assert.Equal([run.Expected, run.Expected], run.Names));
    }

    [Fact]
    public async Task Afterwards_Outputs_Are_Readable_And_Nothing_Else()
    {
        var resources = await _mocks.TestAsync(() => _ = new Thing("a", new() { Value = "v" }));

        Assert.Equal("V", await ((Thing)resources[0]).Value.Apply(value => value!.ToUpperInvariant()).ValueAsync());
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        Assert.Throws<InvalidOperationException>(() => new Thing("b"));
    }

    private static async Task<IEnumerable<string?>> NamesAsync(ImmutableArray<Resource> resources) =>
        await Task.WhenAll(resources.Cast<Thing>().Select(thing => thing.Value.ValueAsync()));
}
