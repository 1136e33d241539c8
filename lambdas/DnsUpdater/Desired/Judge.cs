using Dockerland.Contracts;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.DnsUpdater.Desired;

/// <summary>Says of each instance whether it counts.</summary>
internal static class Judge
{
    private const string InService = "InService";
    private const string Healthy = "Healthy";
    private const string Running = "running";

    // On its way into service, and not into the warm pool.
    private static readonly string[] Pending = ["Pending", "Pending:Wait", "Pending:Proceed"];

    public static Verdict Of(GroupState group, DomainMeta entry, InstanceState instance)
    {
        var address = AddressOf(entry.Address, instance.Machine);
        var (reason, detail) = Reason(entry, instance, address);
        return new(group.Name, entry, instance.Id, reason is VerdictReason.Kept ? address : null, reason, detail);
    }

    private static (VerdictReason Reason, string Detail) Reason(DomainMeta entry, InstanceState instance, string? address)
    {
        var isPending = Pending.Contains(instance.Lifecycle);
        if (isPending && !entry.WithPending) return (VerdictReason.Pending, $"is {instance.Lifecycle}; the entry doesn't count it before it is in service");
        if (!isPending && instance.Lifecycle is not InService) return (VerdictReason.OutOfService, $"is {instance.Lifecycle}");
        if (instance.Health is not Healthy) return (VerdictReason.Unhealthy, $"is {instance.Health}");
        if (instance.Machine is not { } machine) return (VerdictReason.NotRunning, "is unknown to EC2");
        if (machine.State is not Running) return (VerdictReason.NotRunning, $"is {machine.State}");
        return string.IsNullOrEmpty(address) ? (VerdictReason.NoAddress, $"has no {DomainMetaTags.AddressText(entry.Address)} address") : (VerdictReason.Kept, "");
    }

    /// <summary>The address that an entry wants of a machine.</summary>
    public static string? AddressOf(AddressKind kind, MachineState? machine) => kind switch
    {
        AddressKind.Private => machine?.PrivateAddress,
        AddressKind.Ipv6 => machine?.Ipv6Address,
        _ => machine?.PublicAddress,
    };
}
