using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputExtensionsTests
{
    private readonly Output<ImmutableArray<int>> _array = Output.Create<ImmutableArray<int>>([4, 5, 6]);
    private readonly Output<Union<int, string>> _union = Output.Create((Union<int, string>)"text");

    [Fact]
    public async Task Elements_Are_Reached_Without_A_Lambda()
    {
        Assert.Equal(5, await _array.GetAt(1).ValueAsync());
        Assert.Equal(6, await _array.GetAt(Output.Create(2)).ValueAsync());
        Assert.Equal(4, await _array.First().ValueAsync());
        Assert.Equal(3, await _array.Length().ValueAsync());
    }

    [Fact]
    public async Task The_Index_May_Be_Secret() =>
        Assert.True((await _array.GetAt(Output.CreateSecret(1)).DataAsync()).IsSecret);

    [Fact]
    public async Task Cases_Of_A_Union_Are_Reached_Without_A_Lambda()
    {
        Assert.False(await _union.IsT0().ValueAsync());
        Assert.True(await _union.IsT1().ValueAsync());
        Assert.Equal("text", await _union.AsT1().ValueAsync());
        Assert.Equal("text", await _union.Value().ValueAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => _union.AsT0().DataAsync());
    }
}
