using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dockerland.Contracts;
using Dockerland.Dns;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Passes;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

/// <summary>Passes over an account in memory, whose zone is <c>Z1</c>, <c>example.com</c>.</summary>
public abstract class PassTest
{
    protected const string Www = "Z1:www.example.com";

    private protected static readonly UpdaterSettings Settings = new() { Stack = MemoryAccount.Stack, Environment = MemoryAccount.Environment, ZoneIds = ["Z1"] };

    private readonly SkippingTime _time = new();

    private protected DnsTiming Timing => _time.Timing();

    private protected MemoryRoute53 Route53 { get; } = new();

    private protected MemoryAccount Account { get; } = new();

    private protected UpdaterPass Pass(PlanPolicy policy = PlanPolicy.Sync) => new(Settings, Account, Route53.Client, _time.Timing()) { Policy = policy };

    private protected async Task<PassResult> RunAsync(params string[] groups)
    {
        var pass = Pass();
        return await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), groups is [] ? null : groups.ToImmutableSortedSet(), default);
    }

    /// <summary>The sets of a name of the zone, without the ownership.</summary>
    private protected IEnumerable<string> Records(string name) =>
        Route53.Lines.Where(line => line.StartsWith($"A {name}.example.com ", StringComparison.Ordinal)).Select(line => Regex.Replace(line, @"^.* (\d+): ", "$1 s: "));

    private protected static MemoryHost Host(int number) => new($"i-{number}", $"54.0.0.{number}");
}
