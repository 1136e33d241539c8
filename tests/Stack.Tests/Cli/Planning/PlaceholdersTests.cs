using System.Globalization;
using Dockerland.Cli.Planning;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class PlaceholdersTests
{
    private readonly Placeholders _placeholders = new();

    [Fact]
    public void A_Number_Is_Found_Again_Inside_A_Text()
    {
        var number = _placeholders.Number("web", "latestVersion").ToString(CultureInfo.InvariantCulture);

        Assert.Equal("version=<web.latestVersion>;", _placeholders.Reveal($"version={number};"));
    }

    [Fact]
    public void A_Number_That_Only_Contains_It_Is_Another()
    {
        var longer = _placeholders.Number("web", "latestVersion").ToString(CultureInfo.InvariantCulture) + "0";

        Assert.Equal(longer, _placeholders.Reveal(longer));
    }

    [Fact]
    public void A_Text_Has_The_Same_Number_In_Every_Run() =>
        Assert.Equal(_placeholders.Number("web", "latestVersion"), new Placeholders().Number("web", "latestVersion"));

    [Fact]
    public void No_Two_Texts_Share_A_Number()
    {
        // As many as make two of them fall on one number by chance.
        var numbers = Enumerable.Range(0, 50_000).Select(index => _placeholders.Number($"fleet-{index}", "latestVersion")).ToHashSet();

        Assert.Equal(50_000, numbers.Count);
    }

    [Theory]
    [InlineData(1_900_000_000)]
    [InlineData(2_099_999_999)]
    [InlineData(1e300)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_Number_Nobody_Asked_For_Is_Itself(double number) => Assert.Null(_placeholders.Reveal(number));
}
