using System.Collections.Immutable;
using Dockerland.Contracts;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.DnsUpdater.Hooks;

namespace Dockerland.Tests.Updater.DnsUpdater;

/// <summary>A host as an account has it.</summary>
internal sealed record MemoryHost(string Id, string PublicAddress)
{
    public string Lifecycle { get; init; } = "InService";
    public string Health { get; init; } = "Healthy";
    public string State { get; init; } = "running";
    public string? PrivateAddress { get; init; }
    public string? Ipv6Address { get; init; }
}

/// <summary>An account's groups, hosts and hooks, in memory.</summary>
internal sealed class MemoryAccount : IFleetSource, IHooks
{
    public const string Stack = "demo-dev";
    public const string Environment = "dev";

    /// <summary>Group → tags, those of the stack included.</summary>
    public Dictionary<string, Dictionary<string, string>> Tags { get; } = [];

    /// <summary>Group → hosts.</summary>
    public Dictionary<string, List<MemoryHost>> Hosts { get; } = [];

    /// <summary>What was called, with what waited for it.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Groups that are being deleted.</summary>
    public HashSet<string> Going { get; } = [];

    /// <summary>How often an answer finds nobody waiting yet.</summary>
    public int TooEarly { get; set; }

    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(180);

    /// <summary>Thrown by whatever reads groups or machines.</summary>
    public Exception? Broken { get; set; }

    public MemoryAccount With(string group, string domainMeta, params MemoryHost[] hosts)
    {
        Tags[group] = new() { [TagKeys.Stack] = Stack, [TagKeys.Environment] = Environment, [TagKeys.DomainMeta] = domainMeta };
        Hosts[group] = [.. hosts];
        return this;
    }

    public Task<ImmutableArray<GroupState>> ReadGroupsAsync(string stack, string environment, CancellationToken cancellationToken) => Read(() =>
    [
        .. Tags.Where(group => group.Value[TagKeys.Stack] == stack && group.Value[TagKeys.Environment] == environment).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new GroupState(group.Key, group.Value.ToImmutableSortedDictionary(StringComparer.Ordinal), [.. Hosts[group.Key].Select(host => new InstanceState(host.Id, host.Lifecycle, host.Health, null))]) { IsGoing = Going.Contains(group.Key) }),
    ]);

    public Task<ImmutableArray<GroupState>> ReadMachinesAsync(ImmutableArray<GroupState> groups, CancellationToken cancellationToken) => Read(() =>
    [
        .. groups.Select(group => group with { Instances = [.. group.Instances.Select(instance => instance with { Machine = Machine(group.Name, instance.Id) })] }),
    ]);

    public Task<TimeSpan> HeartbeatAsync(string group, string hook, CancellationToken cancellationToken) => Task.FromResult(Heartbeat);

    public Task<bool> ContinueAsync(HookMessage hook, CancellationToken cancellationToken)
    {
        Calls.Add($"continue {hook.Instance}");
        return Task.FromResult(TooEarly-- <= 0);
    }

    private MachineState? Machine(string group, string id) => Hosts[group].FirstOrDefault(host => host.Id == id) is { State: not "" } host
        ? new(host.State, host.PublicAddress, host.PrivateAddress, host.Ipv6Address)
        : null;

    private async Task<ImmutableArray<GroupState>> Read(Func<ImmutableArray<GroupState>> read)
    {
        await Task.Yield();
        return Broken is null ? read() : throw Broken;
    }
}
