using System.Text.RegularExpressions;
using Dockerland.Cli.Planning;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Cli.Planning;

/// <summary>The plans of the checked-in stacks: what a change of the program changes shows in its diff.</summary>
public sealed partial class PlanSnapshotTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task The_Plan_Is_The_One_Checked_In(string stack)
    {
        var snapshot = $"tests/plans/{stack}.txt";
        var expected = WithoutHashes(await File.ReadAllTextAsync(Path.Combine(Root, snapshot)));

        var actual = WithoutHashes(PlanText.Render(await PlanVerb.EvaluateAsync(new(Root), stack)));

        Assert.True(expected == actual, $"{FirstDifference(expected, actual)}\nIf that is meant: ./dockerland plan {stack} > {snapshot}");
    }

    [Fact]
    public void Every_Stack_Has_A_Snapshot() =>
        Assert.Equal(StackFiles.List(new(Root)), Directory.EnumerateFiles(Path.Combine(Root, "tests/plans"), "*.txt").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    // A package is named by a hash of its sources: it shows that they changed, which their own diff shows too.
    private static string WithoutHashes(string plan) => PackageHash().Replace(plan, "HASH/package.zip");

    [GeneratedRegex(@"\w+-[0-9a-f]{16}/package\.zip")]
    private static partial Regex PackageHash();

    private static string FirstDifference(string expected, string actual)
    {
        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"The plan differs from its snapshot in line {line + 1}:\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
