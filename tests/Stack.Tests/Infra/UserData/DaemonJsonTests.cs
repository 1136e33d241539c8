using System.Text.Json;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class DaemonJsonTests
{
    private static readonly HostSpec Host = new() { Region = "eu-central-1", Containers = [] };

    [Fact]
    public void Containers_Outlive_The_Daemon() => Assert.Equal("true", Value(Host, "live-restore"));

    [Fact]
    public void In_A_Swarm_Docker_Refuses_That() => Assert.Equal("false", Value(Host with { Swarm = new("m:2377", "/token") }, "live-restore"));

    [Fact]
    public void Logs_On_The_Host_Do_Not_Fill_Its_Disk() =>
        Assert.Equal("""{"max-file":"3","max-size":"10m"}""", Value(Host, "log-opts"));

    [Fact]
    public void A_Log_Service_That_Does_Not_Answer_Stops_No_Container() =>
        Assert.Contains("\"mode\":\"non-blocking\"", Value(Host with { LogGroup = "/dockerland/dev/web" }, "log-opts"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void The_Log_Group_Is_Read_Back_As_It_Was(string text)
    {
        using var json = JsonDocument.Parse(RenderedHost.Of(Host with { LogGroup = text }).Files["/etc/docker/daemon.json"]);

        Assert.Equal(text, json.RootElement.GetProperty("log-opts").GetProperty("awslogs-group").GetString());
    }

    private static string Value(HostSpec host, string key)
    {
        using var json = JsonDocument.Parse(DaemonJson.Render(host));
        return JsonSerializer.Serialize(json.RootElement.GetProperty(key));
    }
}
