using Dockerland.HaproxyAgent.Services;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Services;

public sealed class DesiredServicesTests
{
    private static readonly Claim One = Claim("c1", "example/login", "login");
    private static readonly Claim Two = Claim("c2", "example/login", "login", "auth");

    [Fact]
    public void Containers_Of_One_Image_Share_A_Name() =>
        Assert.Equal(["service:auth c2", "service:login c1 c2"], Of([One, Two]).All.Select(Text));

    [Fact]
    public void Others_Leave_It_To_Who_Was_There_First()
    {
        var older = One with { Owner = "z", Kind = "example/old", Since = One.Since.AddDays(-1), Server = Server("z", "10.0.0.9") };

        var desired = Of([One, older]);

        Assert.Equal(["service:login z"], desired.All.Select(Text));
        Assert.Equal("c1 (example/login) gets no requests for login: the name is that of z (example/old), which was there before.", Assert.Single(desired.Problems));
    }

    [Fact]
    public void The_First_Source_Goes_Before_The_Second() =>
        Assert.Equal(["service:login c1"], DesiredServices.Of([[One], [Claim("c0", "example/other", "login") with { Since = One.Since.AddDays(-1) }]]).All.Select(Text));

    [Fact]
    public void One_That_Starts_Or_Stops_Only_Holds_Its_Name() =>
        Assert.Equal([("service:login", false)], Of([One with { Server = null }]).All.Select(service => (Text(service), service.IsLocal)));

    [Fact]
    public void A_Service_Is_Local_When_A_Container_Here_Answers() => Assert.True(Assert.Single(Of([One]).All).IsLocal);

    [Fact]
    public void The_Order_Of_Containers_Means_Nothing() => Assert.Equal(Of([One, Two]).All.Select(Text), Of([Two, One]).All.Select(Text));

    private static DesiredServices Of(Claim[] claims) => DesiredServices.Of([[.. claims]]);

    private static Claim Claim(string owner, string kind, params string[] names) =>
        new([.. names.Select(name => new ServiceName(name))], owner, kind, Server(owner, "10.0.0.1")) { IsLocal = true, Since = DateTimeOffset.UnixEpoch };

    private static string Text(Service service) => string.Join(' ', service.Servers.Select(server => server.Name).Prepend(service.Name.Backend));
}
