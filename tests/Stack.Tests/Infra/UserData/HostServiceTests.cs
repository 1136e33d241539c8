using System.Collections.Immutable;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class HostServiceTests
{
    private static readonly MetadataSpec Metadata = new("registry.example.com/metadata:1", ImmutableSortedDictionary<string, string>.Empty);

    private static readonly HostSpec Host = new()
    {
        Region = "eu-central-1",
        Metadata = Metadata,
        TerminateSeconds = 200,
        Containers = [new() { Name = "proxy", Image = "proxy:1" }, new() { Name = "web", Image = "web:1", Settings = new() { Backend = true } }],
    };

    [Fact]
    public void Backends_Go_First_And_The_Others_When_Their_Records_Are_Gone() => Assert.Equal(
        ["/usr/local/sbin/dockerland-agent", "host", "--then", "proxy.service", "--first", "web.service", "--linger", "180"],
        UnitReader.Words(RenderedHost.Of(Host).Unit("dockerland-host.service"), "ExecStart"));

    [Fact]
    public void A_Balancer_That_Keeps_Records_Leaves_Them_Before_It_Stops()
    {
        var proxy = Host.Containers[0] with { Environment = ImmutableSortedDictionary<string, string>.Empty.Add("RECORD_ZONE_ID", "Z1") };

        var words = UnitReader.Words(RenderedHost.Of(Host with { Containers = [proxy, Host.Containers[1]] }).Unit("dockerland-host.service"), "ExecStart");

        Assert.Equal(["--leave", "proxy.service"], words.SkipWhile(word => word is not "--leave").Take(2));
    }

    [Fact]
    public void The_Agent_Comes_Out_Of_The_Metadata_Image_And_An_Older_One_Is_Better_Than_None() => Assert.Equal(
        ["-/usr/bin/docker", "run", "--rm", "--network=none", "--log-driver=none", "--volume=/usr/local/sbin:/host", "registry.example.com/metadata:1", "install", "/host/dockerland-agent"],
        UnitReader.Words(RenderedHost.Of(Host).Unit("dockerland-host.service"), "ExecStartPre"));

    [Fact]
    public void It_Is_Started_After_The_Containers()
    {
        var started = RenderedHost.Of(Host).Files["/usr/local/sbin/dockerland-setup"].Split('\n').Where(line => line.Contains("enable --now", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]);

        Assert.Equal(["metadata.service", "proxy.service", "web.service", "dockerland-host.service"], started);
    }

    [Fact]
    public void Without_The_Metadata_Image_There_Is_None() => Assert.DoesNotContain("dockerland-host", HostUserData.Render(Host with { Metadata = null }), StringComparison.Ordinal);

    [Fact]
    public void RancherOs_Has_No_Systemd_And_So_None() => Assert.DoesNotContain("dockerland-host", HostUserData.Render(Host with { System = HostSystem.RancherOs }), StringComparison.Ordinal);
}
