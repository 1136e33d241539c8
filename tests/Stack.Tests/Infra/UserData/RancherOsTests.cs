using System.Collections.Immutable;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class RancherOsTests
{
    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);
    private static readonly HostSpec Host = new() { Region = "eu-central-1", System = HostSystem.RancherOs, Containers = [new() { Name = "web", Image = "web:1" }] };

    [Fact]
    public void Tags_Are_Read_Before_Docker_Starts()
    {
        var metadata = Service(Host with { Metadata = new("metadata:1", None.Add("example.db.host", "DB_HOST")) }, "metadata");

        Assert.Equal("true", metadata["privileged"]);
        Assert.Equal(
            new Dictionary<string, object>
            {
                ["io.rancher.os.after"] = "network",
                ["io.rancher.os.scope"] = "system",
                ["io.rancher.os.reloadconfig"] = "true",
                ["io.rancher.os.createonly"] = "false",
            },
            RenderedHost.Texts(metadata["labels"]));
        Assert.Equal(["/usr/bin/ros:/bin/ros:ro", "/var/lib/rancher/conf:/var/lib/rancher/conf"], (List<object>)metadata["volumes"]);
    }

    [Fact]
    public void Swarm_Is_Joined_Where_The_Discovery_Is()
    {
        var swarm = Service(Host with { Rancher = new() { Discovery = "consul://consul.example.internal:8500" } }, "swarm");

        Assert.Equal("join --advertise=$AWS_LOCAL_IPV4:2375 consul://consul.example.internal:8500", swarm["command"]);
    }

    [Fact]
    public void The_Private_Registry_Needs_No_Tls()
    {
        var docker = RenderedHost.Texts(RenderedHost.Texts(RenderedHost.Of(Host with { Rancher = new() { Registry = "docker.example.internal:5000" } }).Document["rancher"])["docker"]);

        Assert.Equal(["docker.example.internal:5000"], (List<object>)docker["insecure_registry"]);
    }

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void Every_Setting_Is_Read_Back(string text)
    {
        var web = Host.Containers[0] with { Image = text, Environment = None.Add("VALUE", text.Replace("\a", "", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Replace("\u0085", "", StringComparison.Ordinal)), Settings = new() { Volumes = [text], Command = [text], Network = text } };
        var service = Service(Host with { Containers = [web], Rancher = new() { Registry = text } }, "web");

        Assert.Equal(text, Composed(service["image"]));
        Assert.Equal(text, service["net"]);
        Assert.Equal(text, Composed(((List<object>)service["volumes"]).Single()));
        Assert.Equal(text, Composed(((List<object>)service["command"]).Single()));
        Assert.Equal("VALUE=" + web.Environment["VALUE"], Composed(((List<object>)service["environment"]).Single()));
    }

    // Compose reads two dollars as one.
    private static string Composed(object text) => ((string)text).Replace("$$", "$", StringComparison.Ordinal);

    private static Dictionary<string, object> Service(HostSpec host, string name) =>
        RenderedHost.Texts(RenderedHost.Texts(RenderedHost.Texts(RenderedHost.Of(host).Document["rancher"])["services"])[name]);
}
