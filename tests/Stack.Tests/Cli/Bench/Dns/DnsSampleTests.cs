using System.Diagnostics;
using Dockerland.Cli;
using Dockerland.Cli.Bench.Dns;

namespace Dockerland.Tests.Stack.Cli.Bench.Dns;

public sealed class DnsSampleTests
{
    private static readonly string[] Calls = ["List", "Change"];

    [Fact]
    public void Cold_Is_From_The_Start_To_The_First_Result() => Assert.Equal(16, Of([.. Invocation(10, 2), .. Invocation(100, 1)]).Cold.TotalMilliseconds);

    [Fact]
    public void Warm_Is_The_Middle_One_Of_Those_After_The_First() =>
        Assert.Equal(9, Of([.. Invocation(10, 2), .. Invocation(100, 1), .. Invocation(200, 3), .. Invocation(300, 5)]).Warm.TotalMilliseconds);

    [Fact]
    public void Phases_Are_Named_By_What_Was_Answered_Before() => Assert.Equal(
        ["start 10", "next 2", "List 2", "Change 2"],
        Of([.. Invocation(10, 2), .. Invocation(100, 1)]).Phases.Select(phase => $"{phase.After} {phase.Time.TotalMilliseconds}"));

    [Fact]
    public void Another_Call_Than_The_Others_Make_Is_An_Error()
    {
        var other = Invocation(10, 2);
        other[1] = other[1] with { Call = "Change" };

        var error = Assert.Throws<CliException>(() => Of([.. other, .. Invocation(100, 1)]));

        Assert.Equal("It made other calls than the others: next, Change, Change, response instead of next, List, Change, response.", error.Message);
    }

    private static DnsSample Of(Served[] served) => DnsSample.Of([.. served, At(BenchServer.Next, 1000)], Calls, 0, TimeSpan.Zero, 0);

    // Each request comes so long after the answer before it.
    private static Served[] Invocation(int at, int gap) =>
        [At(BenchServer.Next, at), At("List", at + gap), At("Change", at + (2 * gap)), At(BenchServer.Response, at + (3 * gap))];

    private static Served At(string call, int milliseconds) => new(call, milliseconds * Stopwatch.Frequency / 1000, milliseconds * Stopwatch.Frequency / 1000);
}
