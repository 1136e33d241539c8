using System.Collections.Immutable;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Clouds;

/// <summary>What the provider called in moto for each of the stacks that are created, changed and destroyed there: written down, so that the page of all of them needs no cloud.</summary>
internal static class RecordedCalls
{
    public static readonly ImmutableArray<string> Stacks = ["dev", "existing", "full"];

    /// <summary>The actions of all stacks.</summary>
    public static ImmutableSortedSet<string> All => Stacks.SelectMany(stack => File.ReadAllLines(FileOf(stack))).ToImmutableSortedSet(StringComparer.Ordinal);

    public static void AssertWritten(string stack, IEnumerable<ApiCall> calls)
    {
        var lines = calls.Select(call => $"{call}").Order(StringComparer.Ordinal).ToArray();
        if (DeployerPermissions.IsUpdate) File.WriteAllLines(FileOf(stack), lines);

        Assert.Equal(File.ReadAllLines(FileOf(stack)), lines);
    }

    private static string FileOf(string stack) => Path.Combine(Repository.Root, "tests/EndToEnd.Tests/Data/calls", $"{stack}.txt");
}
