using Dockerland.HaproxyAgent.Members;

namespace Dockerland.Tests.Images.HaproxyAgent.Members;

public sealed class SerfMembersTests
{
    // As Serf 0.9.4 prints it.
    private const string Two = """
        {
          "members": [
            { "name": "adaad748a278", "addr": "172.18.0.4:7946", "port": 7946, "tags": { "port": "3000", "role": "backend", "tag": "s2" }, "status": "alive", "protocol": { "max": 5, "min": 2, "version": 5 } },
            { "name": "4794a5092bc8", "addr": "172.18.0.2:7946", "port": 7946, "tags": { "role": "balancer" }, "status": "left", "protocol": { "max": 5, "min": 2, "version": 5 } }
          ]
        }
        """;

    [Fact]
    public void A_Member_Has_Its_Name_Address_And_Tags()
    {
        var member = SerfMembers.Parse(Two)[0];

        Assert.Equal(("adaad748a278", "172.18.0.4:7946", "s2"), (member.Name, member.Addr, member.Tag("tag")));
    }

    [Fact]
    public void A_Member_That_Left_Is_Not_Alive() =>
        Assert.Equal([(true, false), (false, true)], SerfMembers.Parse(Two).Select(member => (member.IsAlive, member.HasLeft)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"members":null}""")]
    [InlineData("""{"members":[{"name":"a"}]}""")]
    [InlineData("Error connecting to Serf agent: dial tcp 127.0.0.1:7373: connection refused")]
    public void Whatever_Is_No_List_Is_Unknown_And_Not_Empty(string text) =>
        Assert.Throws<AgentException>(() => SerfMembers.Parse(text));
}
