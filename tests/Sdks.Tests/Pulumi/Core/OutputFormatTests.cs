using System.Globalization;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

public sealed class OutputFormatTests
{
    [Fact]
    public async Task Inputs_Outputs_And_Plain_Values_Mix()
    {
        Input<string> input = "input";

        var text = await Output.Format($"{input} {Output.Create(2)} {"plain"} {null}|{{}}").ValueAsync();

        Assert.Equal("input 2 plain |{}", text);
    }

    [Fact]
    public async Task The_Text_Is_Known_If_All_Are_And_Secret_If_Any_Is()
    {
        var (a, b) = (Dependency("a"), Dependency("b"));

        var data = await Output.Format($"{Make(1, isKnown: false, resources: a)}{Make(2, isSecret: true, resources: b)}").DataAsync();

        Assert.Equal((false, true), (data.IsKnown, data.IsSecret));
        Assert.True(data.Resources.SetEquals([a, b]));
    }

    [Fact]
    public async Task The_Culture_Of_The_Machine_Does_Not_Matter()
    {
        var before = CultureInfo.CurrentCulture;
        // A comma for a decimal point, made by hand: the process knows the invariant culture only.
        CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new() { NumberDecimalSeparator = "," } };
        try
        {
            Assert.Equal("1.5 002", await Output.Format($"{Output.Create(1.5)} {Output.Create(2):000}").ValueAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task A_List_Counts_As_Its_Value()
    {
        InputList<string> list = ["a", Output.CreateSecret("b")];

        var data = await Output.Format($"{list}").DataAsync();

        Assert.True(data.IsSecret);
        Assert.DoesNotContain("InputList", data.Value, StringComparison.Ordinal);
    }
}
