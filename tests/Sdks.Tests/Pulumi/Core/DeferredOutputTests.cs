using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class DeferredOutputTests
{
    private readonly DeferredOutput<int> _deferred = new();

    [Fact]
    public async Task It_Becomes_What_It_Is_Resolved_With()
    {
        var resource = Dependency("a");
        Assert.False(_deferred.Output.DataTask.IsCompleted);

        _deferred.Resolve(Make(1, isKnown: false, isSecret: true, resource));

        var data = await _deferred.Output.DataAsync();
        Assert.Equal((1, false, true), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([resource], data.Resources);
    }

    [Fact]
    public async Task It_Resolves_Once()
    {
        _deferred.Resolve(Output.Create(1));

        Assert.Throws<InvalidOperationException>(() => _deferred.Resolve(Output.Create(2)));
        Assert.Equal(1, await _deferred.Output.ValueAsync());
    }

    [Fact]
    public async Task A_Failure_Is_Passed_On_As_It_Is()
    {
        var failure = new InvalidOperationException("broken");

        _deferred.Resolve(Output.Create(Task.FromException<int>(failure)));

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => _deferred.Output.DataAsync()));
    }

    [Fact]
    public async Task The_Deployment_Waits_For_It()
    {
        var run = Run.UpdateAsync(async () =>
        {
            var deferred = new DeferredOutput<string>();
            var thing = new Thing("a", new() { Value = deferred.Output! });
            await Task.Yield();
            deferred.Resolve(Output.Create("later"));
        });

        Assert.Equal("later", (await run).Succeeded().Monitor.Registration("a").Object.Fields["value"].StringValue);
    }
}
