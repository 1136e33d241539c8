using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Settings.SettingsReaderTests;

namespace Dockerland.Tests.Infra.Settings;

public sealed class ContainerReaderTests
{
    [Theory]
    [InlineData("""{"build":"haproxy","ports":["80:80"]}""", "80:80 7946:7946 7946:7946/udp")]
    [InlineData("""{"build":"webapp","ports":["3000:3000"],"backend":true}""", "3000:3000 7946:7946 7946:7946/udp")]
    [InlineData("""{"image":"own/balancer:1","ports":["80:80","7946:7946"]}""", "80:80 7946:7946 7946:7946/udp")]
    [InlineData("""{"image":"nginx:1.27","ports":["80:80"]}""", "80:80")]
    public void Whoever_Gossips_Does_So_Over_Both_Protocols(string container, string ports) => Assert.Equal(ports, string.Join(' ', Read(container).Ports));

    [Theory]
    [InlineData("""{"build":"haproxy","ports":["80:80"]}""", true)]
    [InlineData("""{"build":"haproxy","ports":["80:80"],"callsAws":false}""", false)]
    [InlineData("""{"build":"webapp","ports":["3000:3000"]}""", false)]
    public void Our_Balancer_Calls_Aws_Unless_It_Is_Told_Not_To(string container, bool callsAws) => Assert.Equal(callsAws, Read(container).CallsAws);

    [Theory]
    [InlineData("ssh")]
    [InlineData("containerd")]
    [InlineData("amazon-ssm-agent")]
    [InlineData("systemd-resolved")]
    [InlineData("dockerland-setup")]
    public void A_Container_Takes_No_Units_Place(string name) => Assert.Equal(
        $"dockerland:fleets.web.containers.{name} is the name of a unit of the hosts, {name}.service, whose place it would take; choose another. Rename the container in the stack's configuration file",
        ProblemOf(Config(("dockerland:fleets", $$$"""{"web":{"containers":{"{{{name}}}":{"image":"nginx:1.27"} } } }"""))));

    [Theory]
    [InlineData("""{"units":{"app.service":"[Service]"}}""")]
    [InlineData("""{"units":{"app.service.d/key.conf":"[Service]"}}""")]
    [InlineData("""{"services":["app.service"]}""")]
    [InlineData("""{"packages":["app"]}""")]
    public void A_Container_Takes_No_Agents_Place(string agent) => Assert.StartsWith(
        "dockerland:fleets.web.containers.app has the name of a unit or package of dockerland:agents.tool,",
        ProblemOf(Config(("dockerland:agents", $$"""{"tool":{{agent}}}"""), ("dockerland:fleets", """{"web":{"containers":{"app":{"image":"nginx:1.27"}}}}"""))),
        StringComparison.Ordinal);

    private static ContainerSettings Read(string container) =>
        SettingsReader.Read(Config(("dockerland:fleets", $$$"""{"web":{"containers":{"app":{{{container}}} } } }"""))).Fleets["web"].Containers["app"];
}
