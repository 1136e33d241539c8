using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Servers;

public sealed class ServerLinesTests
{
    [Fact]
    public void Servers_Follow_The_Head_By_Name() => Assert.Equal(
        $"""
        backend members
            server s1 10.0.0.1:3000 {HaproxyRuntime.Options}
            server s2 ipv6@fd00::2:3000 {HaproxyRuntime.Options}

        """,
        ServerLines.Render("backend members\n", [Server("s2", "fd00::2"), Server("s1", "10.0.0.1")]));
}
