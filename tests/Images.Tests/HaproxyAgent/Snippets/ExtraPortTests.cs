using Dockerland.HaproxyAgent.Snippets;

namespace Dockerland.Tests.Images.HaproxyAgent.Snippets;

public sealed class ExtraPortTests
{
    [Fact]
    public void Ports_Stand_With_Spaces_Between() => Assert.Equal([new(8080, false, "login"), new(8443, true, "members")], Read(" 8443/tls=members  8080=Login", out _));

    [Theory]
    [InlineData("8080", "isn't like 8080=SERVICE or 8443/tls=SERVICE")]
    [InlineData("8080=a;b", "isn't like 8080=SERVICE or 8443/tls=SERVICE")]
    [InlineData("8080=*.login", "isn't like 8080=SERVICE or 8443/tls=SERVICE")]
    [InlineData("70000=login", "has a port that isn't 1 to 65535")]
    [InlineData("1936=login", "has a port of the balancer's own")]
    public void What_Is_None_Is_Told_And_Keeps_No_Other_Out(string text, string reason)
    {
        var ports = Read($"{text} 9000=publish", out var problems);

        Assert.Equal([new(9000, false, "publish")], ports);
        Assert.Equal([$"HAPROXY_PORTS has '{text}', which {reason}; it is left out"], problems);
    }

    [Fact]
    public void A_Value_Ends_No_Line_Of_The_Configuration()
    {
        Assert.Empty(Read("8080=login\n", out var problems));
        Assert.Equal(["HAPROXY_PORTS has '8080=login?', which isn't like 8080=SERVICE or 8443/tls=SERVICE; it is left out"], problems);
    }

    [Fact]
    public void A_Port_Leads_To_One_Service()
    {
        Assert.Equal([new(8080, false, "login")], Read("8080=login 8080=publish", out var problems));
        Assert.Single(problems);
    }

    private static ExtraPort[] Read(string text, out List<string> problems) => [.. ExtraPort.Read(text, problems = [])];
}
