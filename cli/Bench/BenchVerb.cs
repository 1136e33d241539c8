using System.CommandLine;

namespace Dockerland.Cli.Bench;

internal static class BenchVerb
{
    public static Command Create(Terminal terminal, Repository repository)
    {
        var stack = new Command("stack", "Time the evaluation of 1 to 1,000 fleets beside the official Node SDK with the same resources");
        stack.SetAction((_, cancellationToken) => new StackBench(terminal, repository).RunAsync(cancellationToken));
        return new("bench", "Measure how fast things are") { stack };
    }
}
