namespace Dockerland.Cli.Bench.Images;

/// <summary>A line of the table: what was measured, and what it may be at most.</summary>
/// <param name="Seed">The same as the documents did it; null where they did nothing of the kind.</param>
/// <param name="Most">Null where nothing is promised.</param>
internal sealed record Measurement(string What, string Unit, double Value, double? Seed = null, double? Most = null)
{
    public bool IsMet => Most is null || Value <= Most;
}
