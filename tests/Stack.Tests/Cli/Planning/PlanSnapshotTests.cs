using Dockerland.Cli.Planning;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>The plans of the checked-in stacks: what a change of the program changes shows in its diff.</summary>
public sealed class PlanSnapshotTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_Plan_Is_The_One_Checked_In(string stack)
    {
        var snapshot = $"tests/plans/{stack}.txt";
        var expected = await File.ReadAllTextAsync(Path.Combine(Root, snapshot));

        var actual = PlanText.Render(await PlanVerb.EvaluateAsync(new(Root), stack));

        Assert.True(expected == actual, $"{FirstDifference(expected, actual)}\nIf that is meant: ./dockerland plan {stack} > {snapshot}");
    }

    [Fact]
    public void Every_Stack_Has_A_Snapshot() =>
        Assert.Equal(StackFiles.List(new(Root)), Directory.EnumerateFiles(Path.Combine(Root, "tests/plans"), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"The plan differs from its snapshot in line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
