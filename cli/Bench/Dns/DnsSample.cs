using System.Diagnostics;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>What one process took.</summary>
/// <param name="Cold">From its start to its first result.</param>
/// <param name="Cpu">The processor's time until then, of all its threads.</param>
/// <param name="Warm">From an event to its result, for the middle one of those after the first.</param>
/// <param name="PeakBytes">The most memory that was resident.</param>
/// <param name="Phases">What <see cref="Cold"/> is made of.</param>
internal sealed record DnsSample(TimeSpan Cold, TimeSpan Cpu, TimeSpan Warm, long PeakBytes, IReadOnlyList<DnsPhase> Phases)
{
    /// <param name="calls">Of AWS, as each invocation has to make them.</param>
    /// <param name="start">When the process was started, in <see cref="Stopwatch"/>'s ticks.</param>
    public static DnsSample Of(IReadOnlyList<Served> served, IReadOnlyList<string> calls, long start, TimeSpan cpu, long peakBytes)
    {
        string[] expected = [BenchServer.Next, .. calls, BenchServer.Response];
        var invocations = served.Where(one => one != served[^1]).Chunk(expected.Length).ToArray();
        foreach (var invocation in invocations)
        {
            if (!invocation.Select(one => one.Call).SequenceEqual(expected))
                throw new CliException($"It made other calls than the others: {string.Join(", ", invocation.Select(one => one.Call))} instead of {string.Join(", ", expected)}.");
        }

        var cold = invocations[0];
        return new(
            Stopwatch.GetElapsedTime(start, cold[^1].Received),
            cpu,
            Statistics.Median(invocations[1..].Select(warm => Stopwatch.GetElapsedTime(warm[0].Answered, warm[^1].Received))),
            peakBytes,
            [new(DnsPhase.Start, Stopwatch.GetElapsedTime(start, cold[0].Received)), .. cold.Zip(cold[1..], (before, next) => new DnsPhase(before.Call, Stopwatch.GetElapsedTime(before.Answered, next.Received)))]);
    }
}

/// <summary>A part of the first invocation.</summary>
/// <param name="After">What was answered at its begin, or <see cref="Start"/>.</param>
internal sealed record DnsPhase(string After, TimeSpan Time)
{
    /// <summary>Until the program asks for an event.</summary>
    public const string Start = "start";
}
