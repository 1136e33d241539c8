using Dockerland.HaproxyAgent.Containers;

namespace Dockerland.Tests.Images.HaproxyAgent.Containers;

public sealed class ContainerTests
{
    // As Docker 20.10 answers, without what nobody reads.
    private const string Web = """
        {
          "Id": "fec88ecbf6a433b79abc547865018f07e2a313be0d180a399d41d2d1b2ab1ca8",
          "Created": "2026-01-02T03:04:05.123456789Z",
          "Name": "/login1",
          "State": { "Status": "running", "Health": { "Status": "healthy", "Log": [] } },
          "HostConfig": { "NetworkMode": "app" },
          "Config": { "Image": "example/web:1", "Env": ["DOMAIN=login", "PATH=/bin"], "ExposedPorts": { "3000/tcp": {} }, "Labels": {} },
          "NetworkSettings": { "Networks": { "app": { "IPAddress": "172.18.0.3", "GlobalIPv6Address": "" } } }
        }
        """;

    [Fact]
    public void A_Container_Is_Read_By_Its_Fields()
    {
        var container = Engine.Parse(Web, ContainerJson.Default.Container);

        Assert.Equal(
            ("login1", "login", true, "172.18.0.3", "3000/tcp", 2026),
            (container.Title, container.Variable("DOMAIN"), container.IsHealthy, container.NetworkSettings.Networks["app"].IPAddress, Assert.Single(container.Config.ExposedPorts!).Key, container.Created.Year));
    }

    [Fact]
    public void An_Image_May_Set_And_Expose_Nothing() =>
        Assert.Null(Engine.Parse(Web.Replace("""["DOMAIN=login", "PATH=/bin"]""", "null", StringComparison.Ordinal).Replace("""{ "3000/tcp": {} }""", "null", StringComparison.Ordinal), ContainerJson.Default.Container).Variable("DOMAIN"));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"message":"page not found"}""")]
    public void Anything_Else_Is_Unknown(string text) => Assert.Throws<AgentException>(() => Engine.Parse(text, ContainerJson.Default.Container));

    [Fact]
    public void An_Event_Has_Its_Signal()
    {
        var happened = Engine.Parse("""{"status":"kill","id":"c1","Type":"container","Action":"kill","Actor":{"ID":"c1","Attributes":{"signal":"15"}},"scope":"local","time":1}""", ContainerJson.Default.ContainerEvent);

        Assert.Equal(("kill", "c1", "15"), (happened.Action, happened.Actor.ID, happened.Actor.Attributes!["signal"]));
    }
}
