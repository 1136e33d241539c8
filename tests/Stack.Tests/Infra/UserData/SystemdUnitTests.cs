using System.Collections.Immutable;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class SystemdUnitTests
{
    private static readonly ContainerSpec Nginx = new() { Name = "nginx", Image = "nginx", Settings = new() { Ports = [new(443, 443)] } };

    [Theory]
    [InlineData("After=network-online.target docker.service")]
    [InlineData("Wants=network-online.target docker.service")]
    [InlineData("StartLimitIntervalSec=0")]
    [InlineData("User=dockerland")]
    [InlineData("Environment=HOME=/var/lib/dockerland")]
    [InlineData("Environment=DOCKER_CONFIG=/etc/dockerland/docker")]
    [InlineData("Environment=PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin")]
    [InlineData("EnvironmentFile=/etc/dockerland/nginx.env")]
    [InlineData("ExecStart=/usr/local/bin/dockerland-run --name %n --image nginx --stop-timeout=10 --publish=443:443 --env=TAG")]
    [InlineData("Restart=always")]
    [InlineData("RestartSec=10s")]
    [InlineData("TimeoutStartSec=600")]
    [InlineData("TimeoutStopSec=15")]
    [InlineData("WantedBy=multi-user.target")]
    public void A_Unit_Has_The_Option(string line) => Assert.Contains("\n" + line + "\n", Unit(Nginx), StringComparison.Ordinal);

    [Fact]
    public void A_Restart_Of_The_Daemon_Stops_No_Container() => Assert.DoesNotContain("Requires=", Unit(Nginx), StringComparison.Ordinal);

    [Fact]
    public void systemd_Waits_Longer_Than_Docker_Does() =>
        Assert.Contains("\nTimeoutStopSec=35\n", Unit(Nginx with { Settings = Nginx.Settings with { StopSeconds = 30 } }), StringComparison.Ordinal);

    [Fact]
    public void Only_Root_Reads_The_Environment() =>
        Assert.Equal("0600", RenderedHost.Of(Host(Nginx)).ModeOf("/etc/dockerland/nginx.env"));

    [Fact]
    public void Values_Stay_Out_Of_The_Unit()
    {
        var host = RenderedHost.Of(Host(Nginx with { Environment = Sorted("LEVEL", "debug") }));

        Assert.Contains("--env=LEVEL", UnitReader.Words(host.Unit("nginx.service"), "ExecStart"));
        Assert.Contains("LEVEL=\"debug\"\n", host.Files["/etc/dockerland/nginx.env"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HOME")]
    [InlineData("PATH")]
    [InlineData("DOCKER_HOST")]
    [InlineData("LD_PRELOAD")]
    public void What_The_Unit_Needs_For_Itself_Is_Told_By_Value(string name)
    {
        var host = RenderedHost.Of(Host(Nginx with { Environment = Sorted(name, "/of the container") }));

        Assert.Contains($"--env={name}=/of the container", UnitReader.Words(host.Unit("nginx.service"), "ExecStart"));
        Assert.DoesNotContain(name, host.Files["/etc/dockerland/nginx.env"], StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_Are_Named_And_Read_As_Root_Before_The_Start()
    {
        var unit = Unit(Nginx with { Secrets = Sorted("KEY", "/dockerland/dev/key"), Addresses = Sorted("HERE", ":7946") });

        Assert.Equal(
            ["+/usr/local/sbin/dockerland-secrets", "eu-central-1", "/run/dockerland/nginx.env", "HERE=@:7946", "KEY=/dockerland/dev/key"],
            UnitReader.Words(unit, "ExecStartPre"));
        Assert.Superset(new HashSet<string> { "--env=KEY", "--env=HERE" }, UnitReader.Words(unit, "ExecStart").ToHashSet());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Docker_Is_For_Those_Alone_That_Look_At_Other_Containers(bool sees) =>
        Assert.Equal(sees, UnitReader.Words(Unit(Nginx with { SeesEngine = sees }), "ExecStart").Contains("--engine"));

    [Fact]
    public void Every_Setting_Of_A_Container_Reaches_Docker()
    {
        var words = UnitReader.Words(Unit(Nginx with
        {
            Settings = new()
            {
                Ports = [new(53, 5353, "udp")],
                Volumes = ["/srv:/srv:ro"],
                Network = "heig",
                Command = ["serve", "--all"],
                Health = new() { Command = "curl -f http://localhost/", IntervalSeconds = 7, TimeoutSeconds = 2, Retries = 5 },
            },
        }), "ExecStart");

        Assert.Equal(
            ["--network=heig", "--publish=53:5353/udp", "--volume=/srv:/srv:ro", "--env=TAG", "--health-cmd=curl -f http://localhost/", "--health-interval=7s", "--health-timeout=2s", "--health-retries=5", "--", "serve", "--all"],
            words[6..]);
    }

    [Fact]
    public void Whoever_Reads_Tags_Is_The_User_Whose_Home_It_Has()
    {
        var unit = RenderedHost.Of(Host(Nginx) with { Metadata = new("metadata:1", ImmutableSortedDictionary<string, string>.Empty) }).Unit("metadata.service");

        Assert.Contains("\nUser=dockerland\nEnvironment=HOME=/var/lib/dockerland\n", unit, StringComparison.Ordinal);
    }

    [Fact]
    public void Containers_Wait_For_Their_Hosts_Tags()
    {
        var host = RenderedHost.Of(Host(Nginx) with { Metadata = new("metadata:1", Sorted("example.db.host", "DB_HOST")) });

        Assert.Contains("\nAfter=network-online.target docker.service metadata.service\n", host.Unit("nginx.service"), StringComparison.Ordinal);
        Assert.Contains("\nEnvironmentFile=/run/dockerland/metadata/host.env\n", host.Unit("nginx.service"), StringComparison.Ordinal);
        Assert.Contains("--env=DB_HOST", UnitReader.Words(host.Unit("nginx.service"), "ExecStart"));
        Assert.Contains("\nExecStartPost=+/bin/sh -c 'if [ -e /run/dockerland/metadata/reload ]; then systemctl reload docker.service && rm /run/dockerland/metadata/reload; fi'\n", host.Unit("metadata.service"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Containers_Own_Variables_Win_Over_Its_Hosts()
    {
        var unit = RenderedHost.Of(Host(Nginx) with { Metadata = new("metadata:1", Sorted("example.db.host", "DB_HOST")) }).Unit("nginx.service");

        Assert.Equal(
            ["/run/dockerland/metadata/host.env", "/etc/dockerland/nginx.env", "-/run/dockerland/nginx.env"],
            unit.Split('\n').Where(line => line.StartsWith("EnvironmentFile=", StringComparison.Ordinal)).Select(line => line["EnvironmentFile=".Length..]));
    }

    private static HostSpec Host(ContainerSpec container) => new() { Region = "eu-central-1", Containers = [container] };

    private static string Unit(ContainerSpec container) => RenderedHost.Of(Host(container)).Unit(container.Name + ".service");

    private static ImmutableSortedDictionary<string, string> Sorted(string key, string value) =>
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(key, value);
}
