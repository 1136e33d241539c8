using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class InputTests
{
    [Fact]
    public async Task A_Value_Becomes_A_Known_Input()
    {
        Input<string> input = "text";

        var data = await input.DataAsync();
        Assert.Equal(("text", true, false), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task An_Output_Becomes_An_Input_And_Back_With_Its_State()
    {
        var resource = Dependency("a");
        Input<int> input = Make(1, isKnown: false, isSecret: true, resource);

        Output<int>? output = input;

        var data = await output.DataAsync();
        Assert.Equal((1, false, true), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([resource], data.Resources);
    }

    [Fact]
    public async Task A_Missing_Input_Is_A_Known_Default()
    {
        Input<int>? missing = null;

        Assert.Equal(0, await missing.ToOutput().ValueAsync());
        Assert.Equal("0", await missing.Apply(value => $"{value}").ValueAsync());
        Assert.Null((Output<int>?)missing);
    }

    [Fact]
    public async Task Apply_Takes_Every_Kind_Of_Function()
    {
        Input<int> input = 1;

        Assert.Equal(2, await input.Apply(value => value + 1).ValueAsync());
        Assert.Equal(2, await input.Apply(value => Task.FromResult(value + 1)).ValueAsync());
        Assert.Equal(2, await input.Apply(value => (Input<int>?)(value + 1)).ValueAsync());
        Assert.Equal(2, await input.Apply(value => (Output<int>?)Output.Create(value + 1)).ValueAsync());
    }

    [Fact]
    public async Task A_Secret_Input_Of_Generated_Code_Is_Secret()
    {
        Input<string>? value = "password";
        var secret = Output.CreateSecret(0);

        Input<string> marked = Output.Tuple<Input<string>?, int>(value, secret).Apply(t => t.Item1);

        var data = await marked.DataAsync();
        Assert.Equal(("password", true, true), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public async Task A_Missing_Secret_Input_Of_Generated_Code_Is_Null()
    {
        Input<string>? value = null;

        var marked = Output.Tuple<Input<string>?, int>(value, Output.CreateSecret(0)).Apply(t => t.Item1);

        Assert.Null(await marked.ValueAsync());
    }
}
