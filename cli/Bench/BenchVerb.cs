using System.CommandLine;
using Dockerland.Cli.Bench.Dns;
using Dockerland.Cli.Bench.Images;

namespace Dockerland.Cli.Bench;

internal static class BenchVerb
{
    public static Command Create(Terminal terminal, Repository repository)
    {
        var stack = new Command("stack", "Time the evaluation of 1 to 1,000 fleets beside the official Node SDK with the same resources");
        stack.SetAction((_, cancellationToken) => new StackBench(terminal, repository).RunAsync(cancellationToken));
        var dns = new Command("dns", "Time the updater's first and later invocations beside two in Node with the same calls, and fail when a goal is missed");
        dns.SetAction((_, cancellationToken) => new DnsBench(terminal, repository).RunAsync(cancellationToken));
        var images = new Command("images", "Run our images with members that come and go, beside the documents' way with them, and fail when a bound is missed; takes some minutes and a Docker Engine");
        images.SetAction((_, cancellationToken) => new ImagesBench(terminal, repository).RunAsync(cancellationToken));
        return new("bench", "Measure how fast things are") { stack, dns, images };
    }
}
