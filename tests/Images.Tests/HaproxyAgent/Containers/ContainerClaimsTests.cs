using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using Dockerland.HaproxyAgent.Configuration;
using Dockerland.HaproxyAgent.Containers;
using Dockerland.HaproxyAgent.Services;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Containers;

public sealed class ContainerClaimsTests
{
    public static TheoryData<string> Hostile => new(HostileNames.All);

    private static readonly OwnNetworks Own = new([(IPAddress.Parse("172.18.0.2"), 16), (IPAddress.Parse("172.19.0.2"), 16)]);

    [Fact]
    public void One_With_A_Name_Is_A_Server_In_The_Network_That_Both_Are_In() =>
        Assert.Equal("service:login web (172.18.0.3:3000)", Said(Of("DOMAIN=login")));

    [Fact]
    public void One_Without_A_Name_Says_Nothing()
    {
        var claims = Claims(Of("TAG=DOMAIN=login"), Of("DOMAIN="), Of("MYDOMAIN=login"));

        Assert.Equal((0, 0), (claims.All.Length, claims.Problems.Length));
    }

    [Fact]
    public void A_Value_May_Have_Equals_Signs_In_It() => Assert.Equal("a=b=c", Of("X=a=b=c").Variable("X"));

    [Fact]
    public void It_May_Say_Its_Port() => Assert.Equal("service:login web (172.18.0.3:8080)", Said(Of("DOMAIN=login", "DOMAIN_PORT=8080")));

    [Fact]
    public void It_May_Say_Its_Network() => Assert.Equal("service:login web (10.9.0.3:3000)", Said(Of("DOMAIN=login", "DOMAIN_NETWORK=other")));

    [Theory]
    [InlineData("DOMAIN_PORT=0")]
    [InlineData("DOMAIN_PORT=65536")]
    [InlineData("DOMAIN_PORT=80 check")]
    [InlineData("DOMAIN_NETWORK=none")]
    public void One_That_Says_It_Wrong_Is_Reported_And_Keeps_No_Other_Out(string variable)
    {
        var claims = Claims(Of("DOMAIN=login", variable), Of("DOMAIN=publish"));

        Assert.Equal("service:publish", Assert.Single(claims.All).Names[0].Backend);
        Assert.Contains(variable.Split('=')[0], Assert.Single(claims.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3000/tcp 7946/tcp 7946/udp", "service:login web (172.18.0.3:3000)")]
    [InlineData("8080/tcp", "service:login web (172.18.0.3:8080)")]
    [InlineData("80/tcp 443/tcp", "Container web gets no requests: its image exposes the ports 443, 80. Say which one by DOMAIN_PORT.")]
    [InlineData("53/udp", "Container web gets no requests: its image exposes no port. Say which one by DOMAIN_PORT.")]
    public void The_One_Port_That_Is_Exposed_Is_It(string ports, string said) =>
        Assert.Equal(said, Said(Of("DOMAIN=login") with { Config = new("example/web", ["DOMAIN=login"], ports.Split(' ').ToImmutableSortedDictionary(port => port, _ => default(JsonElement))) }));

    [Fact]
    public void One_Out_Of_Reach_Is_Reported() => Assert.Equal(
        "Container web gets no requests: it is in none of the balancer's networks, but in far. Connect one of them to the other's.",
        Said(Of("DOMAIN=login") with { NetworkSettings = Networks(("far", "10.1.0.3")) }));

    [Fact]
    public void One_On_The_Hosts_Network_Is_Reported() =>
        Assert.StartsWith("Container web gets no requests: it is on its host's network", Said(Of("DOMAIN=login") with { HostConfig = new("host") }), StringComparison.Ordinal);

    [Fact]
    public void The_Balancer_Is_No_Server_Of_Its_Own() => Assert.Empty(Claims(Of("DOMAIN=login") with { NetworkSettings = Networks(("app", "172.18.0.2")) }).All);

    [Theory]
    [InlineData("running", null, true)]
    [InlineData("running", "none", true)]
    [InlineData("running", "healthy", true)]
    [InlineData("running", "starting", false)]
    [InlineData("running", "unhealthy", false)]
    [InlineData("paused", null, false)]
    [InlineData("restarting", null, false)]
    public void One_Gets_Requests_When_It_Is_Healthy_And_Has_Its_Name_Anyway(string status, string? health, bool served)
    {
        var claim = Assert.Single(Claims(Of("DOMAIN=login") with { State = new(status, health is null ? null : new(health)) }).All);

        Assert.Equal(served, claim.Server is not null);
    }

    [Fact]
    public void One_That_Is_Told_To_Stop_Gets_No_More_Requests() =>
        Assert.Null(Assert.Single(ContainerClaims.Of([Of("DOMAIN=login")], Own, [], _ => true).All).Server);

    [Theory]
    [InlineData("example/login", "example/login")]
    [InlineData("example/login:2", "example/login")]
    [InlineData("registry:5000/login", "registry:5000/login")]
    [InlineData("registry:5000/login:2@sha256:0123", "registry:5000/login")]
    [InlineData("sha256:0123", "sha256:0123")]
    public void Versions_Of_An_Image_Are_Of_One_Kind(string image, string kind) => Assert.Equal(kind, ContainerClaims.Kind(image));

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_Hostile_Name_Changes_No_Byte_For_Others(string value)
    {
        var before = Files(Claims(Of("DOMAIN=login")));
        var after = Claims(Of("DOMAIN=login"), Of($"DOMAIN={value}"));

        Assert.Equal(before, Files(after));
        Assert.Single(after.Problems);
    }

    private static ServiceFiles Files(Claims claims)
    {
        var services = DesiredServices.Of([claims.All]).All;
        return ServiceFiles.Render("", [.. services.Select(service => service.Name)], ["example.com"], backend => services.Single(service => service.Name.Backend == backend).Servers, _ => "");
    }

    private static Claims Claims(params Container[] containers) => ContainerClaims.Of(containers, Own, ["example.com"], _ => false);

    private static string Said(Container container)
    {
        var claims = Claims(container);
        return claims.Problems is [var problem] ? problem : string.Join(' ', claims.All.Select(claim => $"{claim.Names[0].Backend} {claim.Server}"));
    }

    private static Container Of(params string[] variables) => new(
        "0123456789abcdef", "/web", DateTimeOffset.UnixEpoch,
        new("example/web:1", [.. variables], ImmutableSortedDictionary<string, JsonElement>.Empty.Add("3000/tcp", default)),
        new("running"), new("app"), Networks(("app", "172.18.0.3"), ("other", "10.9.0.3"), ("spare", "")));

    private static ContainerNetworks Networks(params (string Name, string Address)[] networks) => new(networks.ToImmutableSortedDictionary(network => network.Name, network => new ContainerNetwork(network.Address)));
}
