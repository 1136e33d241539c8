using System.Globalization;

namespace Dockerland.Cli.Load;

/// <summary>A request that wasn't answered with 200, or not in time.</summary>
/// <param name="Began">After the load's start.</param>
internal sealed record LoadFailure(TimeSpan Began, TimeSpan Took, string What)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"at {Began.TotalSeconds:0.00} s, after {Took.TotalSeconds:0.00} s: {What}");
}

/// <summary>What came of a load.</summary>
/// <param name="Slowest">Of those that were answered.</param>
internal sealed record LoadResult(int Requests, TimeSpan Elapsed, TimeSpan Slowest, IReadOnlyList<LoadFailure> Failures)
{
    private const int Shown = 10;

    /// <summary>Requests a second.</summary>
    public double Rate => Requests / Elapsed.TotalSeconds;

    public override string ToString() => string.Join('\n', Failures.OrderBy(failure => failure.Began).Take(Shown).Select(failure => failure.ToString()).Prepend(string.Create(
        CultureInfo.InvariantCulture, $"{Requests} requests in {Elapsed.TotalSeconds:0} s, {Rate:0} a second; {Failures.Count} failed, the slowest took {Slowest.TotalMilliseconds:0} ms")));
}
