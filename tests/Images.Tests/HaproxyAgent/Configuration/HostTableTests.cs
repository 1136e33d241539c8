using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.Tests.Images.HaproxyAgent.Configuration;

public sealed class HostTableTests
{
    [Fact]
    public void A_Name_Is_Answered_In_Each_Zone_Too() =>
        Assert.Equal("login login.example.com login.example.org", Hosts(["example.org", "example.com"], "login"));

    [Fact]
    public void A_Name_In_A_Zone_Is_Itself() => Assert.Equal("login.example.com", Hosts(["example.com", "example.org"], "login.example.com"));

    [Fact]
    public void What_Is_Written_Out_Goes_Before_What_Is_Completed() =>
        Assert.Contains(("login.example.com", "service:login.example.com"), HostTable.Of([new("login"), new("login.example.com")], ["example.com"]).Exact);

    [Fact]
    public void Wildcards_Are_Ends_With_The_Longest_First() => Assert.Equal(
        ".a.login.example.com .login.example.com .a.login .login",
        string.Join(' ', HostTable.Of([new("login", IsWildcard: true), new("a.login", IsWildcard: true)], ["example.com"]).Wildcards.Select(entry => entry.Host)));

    private static string Hosts(string[] zones, params string[] names) => string.Join(' ', HostTable.Of([.. names.Select(name => new ServiceName(name))], zones).Exact.Select(entry => entry.Host));
}
