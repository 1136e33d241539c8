using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class LogFilesTests
{
    private static readonly HostParts Parts = new()
    {
        Stack = new()
        {
            Region = "eu-central-1",
            Zone = "example.com",
            Environment = "staging",
            Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty,
        },
        Fleet = new() { Role = "web" },
        Images = FleetSettings.None,
        NetworkCidr = "10.0.0.0/16",
        LogGroup = "/dockerland/dev/staging/web",
    };

    [Fact]
    public void Every_Folder_Of_A_Service_Goes_To_The_Hosts_Log_Group() => Assert.Equal(
        [("/var/log/login/**", "/dockerland/dev/staging/web"), ("/var/log/publish/daily/**", "/dockerland/dev/staging/web")],
        Collected(With("/var/log/publish/daily:/logs", "/var/log/login/:/var/log/login:rw")));

    [Theory]
    [InlineData("/var/log/shared/:/var/log/shared")]
    [InlineData("/var/log/shared/publish:/logs")]
    public void A_Folder_Of_Two_Services_Goes_There_Once(string other) =>
        Assert.Equal([("/var/log/shared/**", "/dockerland/dev/staging/web")], Collected(With("/var/log/shared:/logs", other)));

    [Theory]
    [InlineData("logs:/var/log/login")]
    [InlineData("/srv/var/log/login:/var/log/login")]
    [InlineData("/var/log:/var/log")]
    [InlineData("/var/log/:/host/log")]
    [InlineData("/var/logs/login:/var/log/login")]
    [InlineData("/var/log/login:/var/log/login:ro")]
    public void Other_Volumes_Need_No_Agent(string volume) => Assert.DoesNotContain(LogFiles.Agent, HostMapping.Describe(With(volume)).Agents.Keys);

    [Theory]
    [InlineData("eu-central-1", "https://amazoncloudwatch-agent-{region}.s3.{region}.amazonaws.com/debian/{architecture}/latest/amazon-cloudwatch-agent.deb")]
    [InlineData("cn-north-1", "https://amazoncloudwatch-agent-{region}.s3.{region}.amazonaws.com.cn/debian/{architecture}/latest/amazon-cloudwatch-agent.deb")]
    public void Debian_Gets_The_Agent_From_Aws(string region, string url)
    {
        var parts = With("/var/log/login:/logs");

        Assert.Equal(url, HostMapping.Describe(parts with { Stack = parts.Stack with { Region = region } }).Agents[LogFiles.Agent].Downloads.Single().Url);
    }

    [Fact]
    public void Amazon_Linux_Has_The_Agent_Among_Its_Packages()
    {
        var parts = With("/var/log/login:/logs");

        Assert.Equal("amazon-cloudwatch-agent", HostMapping.Describe(parts with { Fleet = parts.Fleet with { System = "amazonlinux" } }).Agents[LogFiles.Agent].Packages.Single());
    }

    [Fact]
    public void RancherOs_Takes_No_Agent()
    {
        var parts = With("/var/log/login:/logs");

        Assert.Empty(HostMapping.Describe(parts with { Fleet = parts.Fleet with { System = "rancheros" } }).Agents);
    }

    [Fact]
    public void An_Agent_Of_The_Settings_Takes_Its_Place()
    {
        var own = new AgentSettings { Packages = ["fluent-bit"] };
        var parts = With("/var/log/login:/logs");

        Assert.Same(own, HostMapping.Describe(parts with { Stack = parts.Stack with { Agents = parts.Stack.Agents.Add(LogFiles.Agent, own) } }).Agents[LogFiles.Agent]);
    }

    [Theory]
    [InlineData("group={logGroup}", "group=/dockerland/dev/staging/web")]
    [InlineData("group=${logGroup} {{logGroup}} {instance_id}", "group=${logGroup} {{logGroup}} {instance_id}")]
    public void Files_Of_Agents_Name_The_Log_Group(string content, string rendered)
    {
        var agent = new AgentSettings { Files = FleetSettings.None.Add("/etc/agent.conf", content), Units = FleetSettings.None.Add("agent.service", content) };
        var files = RenderedHost.Of(HostMapping.Describe(Parts with { Stack = Parts.Stack with { Agents = Parts.Stack.Agents.Add("agent", agent) } })).Files;

        Assert.Equal((rendered, rendered), (files["/etc/agent.conf"], files["/etc/systemd/system/agent.service"]));
    }

    private static (string, string)[] Collected(HostParts parts)
    {
        using var file = JsonDocument.Parse(RenderedHost.Of(HostMapping.Describe(parts)).Files[LogFiles.Configuration]);
        return [.. file.RootElement.GetProperty("logs").GetProperty("logs_collected").GetProperty("files").GetProperty("collect_list").EnumerateArray()
            .Select(entry => (entry.GetProperty("file_path").GetString()!, entry.GetProperty("log_group_name").GetString()!))];
    }

    private static HostParts With(params string[] volumes) => Parts with
    {
        Fleet = Parts.Fleet with
        {
            Containers = volumes.Index().ToImmutableSortedDictionary(volume => $"app{volume.Index}", volume => new ContainerSettings { Image = "app:1", Volumes = [volume.Item] }, StringComparer.Ordinal),
        },
    };
}
