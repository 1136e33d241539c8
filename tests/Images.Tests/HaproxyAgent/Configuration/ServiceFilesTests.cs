using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Configuration;

public sealed class ServiceFilesTests
{
    private static readonly ServiceName Login = new("login");
    private static readonly ServiceName All = new("login", IsWildcard: true);

    [Fact]
    public void Without_Services_There_Is_Nothing() => Assert.Equal(new("", "", "", ""), Render([]));

    [Fact]
    public void Each_Name_Is_A_Backend()
    {
        var files = Render([All, Login], Server("s2", "10.0.0.2"), Server("s1", "10.0.0.1"));

        Assert.Equal(
            $"""
            # Written by the agent.
            global
                description "{files.Structure}"

            backend service:login
                balance roundrobin
                server s1 10.0.0.1:3000 {HaproxyRuntime.Options}
                server s2 10.0.0.2:3000 {HaproxyRuntime.Options}

            backend wildcard:login
                balance roundrobin
                server s1 10.0.0.1:3000 {HaproxyRuntime.Options}
                server s2 10.0.0.2:3000 {HaproxyRuntime.Options}

            """,
            files.Backends);
        Assert.Equal(("login service:login\n", ".login wildcard:login\n"), (files.Hosts, files.Wildcards));
    }

    [Fact]
    public void Servers_Are_No_Reason_To_Load_It_Anew() => Assert.Equal(Render([Login]).Structure, Render([Login], Server("s1", "10.0.0.1")).Structure);

    [Fact]
    public void A_Name_Is_One() => Assert.NotEqual(Render([Login]).Structure, Render([Login, All]).Structure);

    [Fact]
    public void Lines_Of_Ones_Own_Are_One_Too() => Assert.NotEqual(
        Render([Login]).Structure,
        ServiceFiles.Render("    balance roundrobin\n", [Login], [], _ => [], name => $"    # of {name}\n").Structure);

    [Fact]
    public void What_Was_Written_Is_Known_Again()
    {
        var files = Render([Login, All]);

        Assert.Equal(files, ServiceFiles.Of(files.Backends, files.Hosts, files.Wildcards));
    }

    private static ServiceFiles Render(ServiceName[] names, params Server[] servers) => ServiceFiles.Render("    balance roundrobin\n", names, [], _ => servers, _ => "");
}
