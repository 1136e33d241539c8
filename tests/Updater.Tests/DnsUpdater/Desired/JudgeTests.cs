using Dockerland.Contracts;
using Dockerland.DnsUpdater.Desired;
using Dockerland.DnsUpdater.Fleets;

namespace Dockerland.Tests.Updater.DnsUpdater.Desired;

public sealed class JudgeTests
{
    private static readonly DomainMeta Entry = new("Z1", "www.example.com");
    private static readonly MachineState Running = new("running", "54.0.0.1", "10.0.0.1", "2001:db8::1");

    [Theory]
    [InlineData("InService", "Healthy", "running", "Kept", "")]
    [InlineData("Pending", "Healthy", "running", "Pending", "is Pending; the entry doesn't count it before it is in service")]
    [InlineData("Pending:Wait", "Healthy", "running", "Pending", "is Pending:Wait; the entry doesn't count it before it is in service")]
    [InlineData("Terminating:Wait", "Healthy", "running", "OutOfService", "is Terminating:Wait")]
    [InlineData("Standby", "Healthy", "running", "OutOfService", "is Standby")]
    [InlineData("Warmed:Running", "Healthy", "running", "OutOfService", "is Warmed:Running")]
    [InlineData("InService", "Unhealthy", "running", "Unhealthy", "is Unhealthy")]
    [InlineData("InService", "Healthy", "stopping", "NotRunning", "is stopping")]
    [InlineData("InService", "Healthy", null, "NotRunning", "is unknown to EC2")]
    public void Only_Healthy_Running_Hosts_In_Service_Count(string lifecycle, string health, string? state, string reason, string detail)
    {
        var verdict = Of(Entry, lifecycle, health, state is null ? null : Running with { State = state });

        Assert.Equal((reason, detail), (verdict.Reason.ToString(), verdict.Detail));
    }

    [Theory]
    [InlineData("Pending:Proceed", "Kept")]
    [InlineData("Warmed:Pending", "OutOfService")]
    [InlineData("Terminating", "OutOfService")]
    public void Pending_Hosts_Count_Where_An_Entry_Says_So(string lifecycle, string reason) =>
        Assert.Equal(reason, Of(Entry with { WithPending = true }, lifecycle, "Healthy", Running).Reason.ToString());

    [Theory]
    [InlineData(AddressKind.Public, "54.0.0.1")]
    [InlineData(AddressKind.Private, "10.0.0.1")]
    [InlineData(AddressKind.Ipv6, "2001:db8::1")]
    public void Each_Entry_Has_Its_Kind_Of_Address(AddressKind kind, string address) =>
        Assert.Equal(address, Of(Entry with { Address = kind }, "InService", "Healthy", Running).Address);

    [Fact]
    public void A_Host_Without_An_Address_Is_Left_Out() =>
        Assert.Equal("has no ipv6 address", Of(Entry with { Address = AddressKind.Ipv6 }, "InService", "Healthy", Running with { Ipv6Address = null }).Detail);

    private static Verdict Of(DomainMeta entry, string lifecycle, string health, MachineState? machine)
    {
        var instance = new InstanceState("i-1", lifecycle, health, machine);
        return Judge.Of(new("web", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty, [instance]), entry, instance);
    }
}
