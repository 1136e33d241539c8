namespace Dockerland.Cli;

/// <summary>Where a verb writes: results to <see cref="Out"/>, everything about the run itself to <see cref="Error"/>.</summary>
/// <param name="Interactive">Somebody watches, so progress may be drawn over.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool Interactive)
{
    public static Terminal OfProcess() => new(Console.Out, Console.Error, !Console.IsOutputRedirected && !Console.IsErrorRedirected);
}
