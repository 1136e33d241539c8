using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputAllTests
{
    private static readonly Resource s_a = Dependency("a");
    private static readonly Resource s_b = Dependency("b");

    public static TheoryData<bool, bool, bool, bool> States => new()
    {
        { true, true, false, false },
        { true, false, false, false },
        { false, true, true, false },
        { true, true, false, true },
        { false, false, true, true },
    };

    [Theory]
    [MemberData(nameof(States))]
    public async Task All_Is_Known_If_All_Are_And_Secret_If_Any_Is(bool known1, bool known2, bool secret1, bool secret2)
    {
        var data = await Output.All(Make(1, known1, secret1, s_a), Make(2, known2, secret2, s_b)).DataAsync();

        Assert.Equal<int>([1, 2], data.Value);
        Assert.Equal((known1 && known2, secret1 || secret2), (data.IsKnown, data.IsSecret));
        Assert.True(data.Resources.SetEquals([s_a, s_b]));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task A_Tuple_Is_Known_If_All_Are_And_Secret_If_Any_Is(bool known1, bool known2, bool secret1, bool secret2)
    {
        var data = await Output.Tuple(Make(1, known1, secret1, s_a), Make("2", known2, secret2, s_b)).DataAsync();

        Assert.Equal((1, "2"), data.Value);
        Assert.Equal((known1 && known2, secret1 || secret2), (data.IsKnown, data.IsSecret));
        Assert.True(data.Resources.SetEquals([s_a, s_b]));
    }

    [Fact]
    public async Task All_Of_Nothing_Is_Known_And_Empty() => Assert.Empty(await Output.All(Array.Empty<Output<int>>()).ValueAsync());

    [Fact]
    public async Task All_Keeps_The_Order_Whichever_Is_There_First()
    {
        var late = new TaskCompletionSource<int>();
        var all = Output.All(Output.Create(late.Task), Output.Create(2));
        late.SetResult(1);

        Assert.Equal<int>([1, 2], await all.ValueAsync());
    }

    [Fact]
    public async Task All_Takes_Inputs()
    {
        Input<int>[] inputs = [1, Output.CreateSecret(2)];

        var data = await Output.All(inputs).DataAsync();

        Assert.Equal<int>([1, 2], data.Value);
        Assert.True(data.IsSecret);
    }

    [Fact]
    public async Task A_Tuple_Takes_Up_To_Eight()
    {
        Input<int>[] i = [0, 1, 2, 3, 4, 5, 6, 7];
        var three = await Output.Tuple(i[0], i[1], i[2]).ValueAsync();
        var four = await Output.Tuple(i[0], i[1], i[2], i[3]).ValueAsync();
        var five = await Output.Tuple(i[0], i[1], i[2], i[3], i[4]).ValueAsync();
        var six = await Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5]).ValueAsync();
        var seven = await Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5], i[6]).ValueAsync();
        var eight = await Output.Tuple(i[0], i[1], i[2], i[3], i[4], i[5], i[6], i[7]).ValueAsync();

        Assert.Equal((0, 1, 2), three);
        Assert.Equal((0, 1, 2, 3), four);
        Assert.Equal((0, 1, 2, 3, 4), five);
        Assert.Equal((0, 1, 2, 3, 4, 5), six);
        Assert.Equal((0, 1, 2, 3, 4, 5, 6), seven);
        Assert.Equal((0, 1, 2, 3, 4, 5, 6, 7), eight);
    }

    [Fact]
    public async Task A_Tuple_Of_Outputs_Takes_Up_To_Eight()
    {
        var o = Output.Create(0);

        Assert.Equal((0, 0, 0, 0, 0, 0, 0, 0), await Output.Tuple(o, o, o, o, o, o, o, o).ValueAsync());
    }

    [Fact]
    public async Task The_Unknown_Value_Of_A_Tuple_Is_Its_Default()
    {
        var data = await Output.Tuple(Unknown<int>(), Output.Create(1)).DataAsync();

        Assert.Equal((0, 1), data.Value);
    }
}
