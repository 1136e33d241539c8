using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Updater.DnsUpdater.Sequences;

/// <summary>Something that happens to an account, or to what is told of it.</summary>
/// <param name="Group">Whose host it is.</param>
/// <param name="Pick">Which host or kind of failure, modulo how many there are.</param>
internal sealed record Step(StepKind Kind, string Group, int Pick)
{
    /// <summary>Two groups that share a record.</summary>
    public static readonly string[] Groups = ["a", "b"];

    private const int MostSteps = 50;

    public static Gen<Step[]> Sequences { get; } =
        from length in Gen.Choose(0, MostSteps)
        from steps in Gen.ArrayOf(One, length)
        select steps;

    private static Gen<Step> One =>
        from kind in Gen.Elements(Enum.GetValues<StepKind>())
        from grp in Gen.Elements(Groups)
        from pick in Gen.Choose(0, 7)
        select new Step(kind, grp, pick);
}

/// <summary>What happens.</summary>
internal enum StepKind
{
    /// <summary>A host comes into service, and the group tells of it.</summary>
    Launch,

    /// <summary>A host goes, and the group tells of it.</summary>
    Terminate,

    /// <summary>A host gets unhealthy, which nobody tells of.</summary>
    Sicken,

    /// <summary>The next event arrives.</summary>
    Deliver,

    /// <summary>The next event will arrive twice.</summary>
    Duplicate,

    /// <summary>The next event will arrive last.</summary>
    Reorder,

    /// <summary>The next event never arrives.</summary>
    Drop,

    /// <summary>The next pass fails on its way.</summary>
    Fail,
}
