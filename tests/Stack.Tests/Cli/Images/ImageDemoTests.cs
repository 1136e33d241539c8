using System.Net;
using System.Net.Sockets;
using Dockerland.Cli;
using Dockerland.Cli.Images;

namespace Dockerland.Tests.Stack.Cli.Images;

public sealed class ImageDemoTests
{
    [Fact]
    public void Nothing_Is_Published_Beyond_This_Machine() => Assert.Equal(
        ["127.0.0.1:8081:80", "127.0.0.1:1936:1936", "127.0.0.1:9999:9999"],
        Containers.SelectMany(container => container.Zip(container.Skip(1))).Where(pair => pair.First is "--publish").Select(pair => pair.Second));

    [Fact]
    public void Backends_Are_Called_As_Their_Tags() => Assert.Equal(
        [("dockerland-s1", "TAG=s1"), ("dockerland-s2", "TAG=s2")],
        Containers.Skip(1).Select(container => (container[Array.IndexOf(container, "--name") + 1], container[Array.IndexOf(container, "--env") + 1])));

    [Fact]
    public void All_Can_Be_Told_From_What_Is_Not_Ours() => Assert.All(Containers, container => Assert.Contains("dockerland.demo", container));

    [Fact]
    public void A_Port_That_Somebody_Has_Is_Named_With_What_To_Do()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var error = Assert.Throws<CliException>(() => ImageDemo.RequirePort(port, "--port takes another one"));

        Assert.Equal($"Another program listens on port {port} of this machine. --port takes another one.", error.Message);
    }

    private static string[][] Containers => [.. ImageDemo.Containers(2, 8081)];
}
