using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

/// <summary>What changes of the stacks mean. After a change that is meant: <c>DOCKERLAND_UPDATE_GOLDEN=true dotnet test --filter ImpactTextTests</c>, twice where the stacks' plans differ.</summary>
public sealed class ImpactTextTests
{
    private static bool Updates => Environment.GetEnvironmentVariable("DOCKERLAND_UPDATE_GOLDEN") is "true";

    public static TheoryData<string> Cases => [.. GoldenCases.Names];

    public static TheoryData<string> Stacks => [.. GoldenCases.Stacks];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_Says_What_A_Change_Means(string name)
    {
        var impact = PlanImpact.Of(PlanDiff.Between(GoldenCases.Before(name), GoldenCases.After(name)), "before.json");
        var rendered = ImpactText.Render(impact);
        if (Updates) await File.WriteAllTextAsync(GoldenCases.PathOf(name, "expected.txt"), rendered);

        Assert.Equal(GoldenCases.Expected(name), rendered);
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task The_Plans_Have_The_Inputs_That_The_Stacks_Have_Today(string stack)
    {
        var today = await PlanVerb.EvaluateAsync(new(Support.Repository.Root), stack);
        if (Updates) await File.WriteAllTextAsync(GoldenCases.PathOf(stack, "before.json"), PlanJson.Render(today));

        var (now, kept) = (Inputs(today), Inputs(GoldenCases.Plan(stack)));
        Assert.True(now.SetEquals(kept), $"Only today's plan or only the kept one has: {string.Join(", ", now.Except(kept).Concat(kept.Except(now)))}. DOCKERLAND_UPDATE_GOLDEN=true keeps today's.");
    }

    private static HashSet<string> Inputs(Plan plan) => [.. plan.Resources.SelectMany(resource => resource.Inputs.Keys.Select(input => $"{resource.Type} {input}"))];
}
