using FsCheck;
using FsCheck.Fluent;

namespace Dockerland.Tests.Updater.DnsUpdater.Sequences;

/// <summary>Whatever events are lost, doubled, late or failed: after one pass of the schedule, records are the healthy hosts.</summary>
public sealed class SequencesTests
{
    private const int Times = 1_000;

    // Fewer steps are simpler, and so is a sequence that is as short.
    private static readonly Arbitrary<Step[]> Any = Arb.From(Step.Sequences, steps => steps.Select((_, index) => steps.Where((_, other) => other != index).ToArray()));

    [Fact]
    public void After_Any_Sequence_The_Record_Is_The_Healthy_Hosts() =>
        // What fails is printed with its seed and as few steps as it takes.
        Prop.ForAll(Any, steps => new MemorySequence().RunAsync(steps).GetAwaiter().GetResult() is not { } difference
            ? true
            : throw new InvalidOperationException(difference))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Times).WithQuietOnSuccess(true));
}
