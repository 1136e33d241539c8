using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class ResourceTests
{
    private const string StackUrn = "urn:pulumi:stack::project::pulumi:pulumi:Stack::project-stack";

    [Fact]
    public async Task Without_A_Parent_The_Stack_Is_It()
    {
        var run = (await Run.UpdateAsync(() => _ = new Thing("a"))).Succeeded();

        Assert.Equal(StackUrn, run.Monitor.Registration("a").Parent);
        Assert.Equal("", run.Monitor.Registration("project-stack").Parent);
    }

    [Fact]
    public async Task A_Child_Names_Its_Parent()
    {
        var run = (await Run.UpdateAsync(() => _ = new Thing("a", options: new() { Parent = new Group("g") }))).Succeeded();

        Assert.Equal("urn:pulumi:stack::project::test:index:Group::g", run.Monitor.Registration("a").Parent);
    }

    [Fact]
    public async Task Outputs_Depend_On_Their_Resource()
    {
        Thing? a = null;
        var run = (await Run.UpdateAsync(() =>
        {
            a = new Thing("a", new() { Value = "v" });
            _ = new Thing("b", new() { Value = a.Value! });
        })).Succeeded();

        Assert.Equal([a!], (await a!.Value.DataAsync()).Resources);
        Assert.Equal([a!], (await a.Urn.DataAsync()).Resources);
        Assert.Equal([a!], (await a.Id.DataAsync()).Resources);
        Assert.Equal([await a.Urn.ValueAsync()], run.Monitor.Registration("b").Dependencies);
        Assert.Equal([await a.Urn.ValueAsync()], run.Monitor.Registration("b").PropertyDependencies["value"].Urns);
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("a:b:C", "")]
    [InlineData(null, "name")]
    [InlineData("a:b:C", null)]
    public async Task Type_And_Name_Are_Needed(string? type, string? name)
    {
        Exception? thrown = null;
        (await Run.UpdateAsync(() => { thrown = Record.Exception(() => new CustomResource(type!, name!, null, null, null)); })).Succeeded();

        Assert.IsAssignableFrom<ArgumentException>(thrown);
    }

    [Fact]
    public void Outside_Of_A_Deployment_There_Are_No_Resources()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new Thing("a"));

        Assert.Contains("before 'Run' was called", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, false, false)]
    [InlineData(null, null, null)]
    [InlineData(false, true, true)]
    public async Task Protection_Comes_From_The_Parent_Unless_Given(bool? parent, bool? own, bool? expected)
    {
        var run = (await Run.UpdateAsync(() =>
        {
            var group = new Group("g", new() { Protect = parent });
            _ = new Thing("a", options: new() { Parent = group, Protect = own });
        })).Succeeded();

        var request = run.Monitor.Registration("a");
        Assert.Equal(expected, request.HasProtect ? request.Protect : null);
    }

    [Fact]
    public async Task The_Callers_Options_Stay_As_They_Were()
    {
        var options = new CustomResourceOptions();
        var run = (await Run.UpdateAsync(() =>
        {
            var group = new Group("g", new() { Protect = true, Provider = new ThingProvider("p") });
            options.Parent = group;
            _ = new Thing("a", options: options);
        })).Succeeded();

        Assert.True(run.Monitor.Registration("a").Protect);
        Assert.NotEqual("", run.Monitor.Registration("a").Provider);
        Assert.Null(options.Protect);
        Assert.Null(options.Provider);
    }

    [Fact]
    public async Task One_Failed_Registration_Fails_All_Outputs_With_The_Same_Exception()
    {
        Thing? a = null;
        var run = new Run();
        run.Monitor.OnRegister = request => request.Type == "test:index:Thing"
            ? throw new RunException("refused") : Task.FromResult(FakeMonitor.Echo(request));
        await run.ExecuteAsync(() =>
        {
            a = new Thing("a");
            _ = new Thing("b", new() { Value = a.Value! });
        });

        Assert.Equal(["refused"], run.Errors);
        var first = await Assert.ThrowsAsync<RunException>(() => a!.Urn.DataAsync());
        Assert.Same(first, await Assert.ThrowsAsync<RunException>(() => a!.Value.DataAsync()));
        Assert.Same(first, await Assert.ThrowsAsync<RunException>(() => a!.Id.DataAsync()));
    }

    [Fact]
    public async Task A_Failing_Input_Fails_The_Outputs_And_Does_Not_Hang()
    {
        Thing? a = null;
        var run = await Run.UpdateAsync(() => { a = new Thing("a", new() { Any = 1L }); });

        Assert.Contains("error serializing property \"any\"", Assert.Single(run.Errors), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => a!.Id.DataAsync());
    }

    [Theory]
    [InlineData(false, nameof(Result.Success), false, true)]
    [InlineData(true, nameof(Result.Success), false, false)]
    [InlineData(false, nameof(Result.Fail), false, false)]
    [InlineData(false, nameof(Result.Skip), false, false)]
    [InlineData(false, nameof(Result.Success), true, false)]
    public async Task What_Is_Not_Returned_Is_Known_After_A_Good_Update_Only(bool isPreview, string result, bool isUnknown, bool isKnown)
    {
        Thing? a = null;
        var run = isPreview ? Run.Preview() : new Run();
        run.Monitor.OnRegister = request =>
        {
            var answer = FakeMonitor.Echo(request);
            (answer.Result, answer.Unknown) = (Enum.Parse<Result>(result), isUnknown);
            return Task.FromResult(answer);
        };
        (await run.ExecuteAsync(() => { a = new Thing("a"); })).Succeeded();

        var value = await a!.Value.DataAsync();
        Assert.Equal((null, isKnown), (value.Value, value.IsKnown));
        Assert.Equal(isKnown, (await a.Numbers.DataAsync()).IsKnown);
    }

    [Fact]
    public async Task An_Output_Of_Another_Type_Is_Null_And_A_Warning()
    {
        Thing? a = null;
        var run = await Run.UpdateAsync(() => { a = new Thing("a", new() { Any = 1 }); _ = new Thing("b", new() { Value = "v" }); });
        Assert.Empty(run.Warnings);

        run = new Run();
        run.Monitor.OnRegister = request => Task.FromResult(new RegisterResourceResponse
        {
            Urn = FakeMonitor.Echo(request).Urn,
            Id = "id",
            Object = WireValue.Parse("""{"value":[],"numbers":[1]}""").StructValue,
        });
        (await run.ExecuteAsync(() => { a = new Thing("a"); })).Succeeded();

        Assert.Null(await a!.Value.ValueAsync());
        Assert.Equal<int>([1], await a.Numbers.ValueAsync());
        Assert.Contains("Thing.value", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }
}
