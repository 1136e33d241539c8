using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class ImpactTextTests
{
    public static TheoryData<string> Cases => [.. GoldenCases.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_Says_What_A_Change_Means(string name)
    {
        var impact = PlanImpact.Of(PlanDiff.Between(GoldenCases.Before, GoldenCases.After(name)), "before.json");

        Assert.Equal(GoldenCases.Expected(name), ImpactText.Render(impact));
    }
}
