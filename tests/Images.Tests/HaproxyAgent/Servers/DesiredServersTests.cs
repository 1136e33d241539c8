using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Servers;

public sealed class DesiredServersTests
{
    [Fact]
    public void A_Backend_Is_A_Server_Where_It_Gossips() =>
        Assert.Equal([Server("n1", "10.0.0.1")], Alive(Backend("n1", "10.0.0.1")));

    [Fact]
    public void What_Is_Said_Of_Its_Host_Goes_First() =>
        Assert.Equal([Server("n1", "192.168.0.7", 8080)], Alive(Backend("n1", "10.0.0.1", host: "192.168.0.7", port: "8080")));

    [Fact]
    public void Other_Roles_Are_No_Servers() =>
        Assert.Empty(Alive(Backend("n1", "10.0.0.1") with { Tags = Backend("n1", "10.0.0.1").Tags.SetItem("role", "balancer") }));

    [Fact]
    public void A_Tag_Is_The_Name_While_No_Other_Has_It() =>
        Assert.Equal(["s1", "n2", "n3"], Names(Backend("n1", "10.0.0.1", tag: "s1"), Backend("n2", "10.0.0.2", tag: "s2"), Backend("n3", "10.0.0.3", tag: "s2")));

    [Fact]
    public void The_Tag_Of_One_That_Failed_Is_Free() =>
        Assert.Equal(["s1"], Names(Backend("n1", "10.0.0.1", "failed", "s1"), Backend("n2", "10.0.0.2", tag: "s1")));

    [Fact]
    public void A_Tag_That_Is_Another_S_Node_Name_Is_None() =>
        Assert.Equal(["n1", "n2"], Names(Backend("n1", "10.0.0.1", tag: "n2"), Backend("n2", "10.0.0.2")));

    [Theory]
    [InlineData("s1 check")]
    [InlineData("s1\n    server evil 10.0.0.9:80")]
    [InlineData("")]
    [InlineData("ä")]
    public void A_Tag_That_Is_No_Name_For_HAProxy_Is_None(string tag) =>
        Assert.Equal(["n1"], Names(Backend("n1", "10.0.0.1", tag: tag)));

    [Theory]
    [InlineData("10.0.0.1; del server", "3000")]
    [InlineData("evil.example.com", "3000")]
    [InlineData("0.0.0.0", "3000")]
    [InlineData("::", "3000")]
    [InlineData("fe80::1%1", "3000")]
    [InlineData("10.0.0.1", "0")]
    [InlineData("10.0.0.1", "65536")]
    [InlineData("10.0.0.1", "3000 check")]
    [InlineData("10.0.0.1", null)]
    public void One_That_Is_Nowhere_Is_Reported_And_Keeps_No_Other_Out(string host, string? port)
    {
        var desired = DesiredServers.Of([Backend("n1", "10.0.0.1", host: host, port: port), Backend("n2", "10.0.0.2")]);

        Assert.Equal([Server("n2", "10.0.0.2")], desired.Alive);
        Assert.Contains("n1", Assert.Single(desired.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_In_One_Place_Are_One_Server() =>
        Assert.Equal(["n1"], Names(Backend("n1", "10.0.0.1"), Backend("n2", "10.0.0.1")));

    [Fact]
    public void A_Place_That_Was_Left_And_Taken_Is_Not_Left()
    {
        var desired = DesiredServers.Of([Backend("n1", "10.0.0.1", "left"), Backend("n2", "10.0.0.1"), Backend("n3", "10.0.0.3", "leaving")]);

        Assert.Equal("10.0.0.3:3000", string.Join(' ', desired.Left.Select(place => $"{place.Address}:{place.Port}")));
    }

    [Fact]
    public void The_Order_Of_Members_Means_Nothing()
    {
        Member[] members = [Backend("n1", "10.0.0.1", tag: "a"), Backend("n2", "10.0.0.1", tag: "b"), Backend("n3", "10.0.0.3", tag: "a")];

        Assert.Equal(Alive(members), Alive([.. members.Reverse()]));
    }

    private static IReadOnlyList<Server> Alive(params Member[] members) => DesiredServers.Of(members).Alive;

    private static IEnumerable<string> Names(params Member[] members) => Alive(members).Select(server => server.Name);
}
