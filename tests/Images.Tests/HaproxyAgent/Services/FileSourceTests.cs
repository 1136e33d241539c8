using System.Text.Json;
using Dockerland.HaproxyAgent.Services;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent.Services;

public sealed class FileSourceTests
{
    [Fact]
    public void A_Name_Has_Its_Servers() => Assert.Equal(
        ["service:login 10.0.0.5:8080 at 10.0.0.5:8080", "service:login fd00::1:80 at ipv6@fd00::1:80", "wildcard:shop 10.0.0.6:80 at 10.0.0.6:80"],
        FileSource.Parse("""
            {
              // Outside of Docker.
              "login": ["10.0.0.5:8080", "[fd00::1]:80"],
              "*.shop": ["10.0.0.6:80"],
            }
            """, []).Select(claim => $"{claim.Names[0].Backend} {claim.Server!.Name} at {claim.Server.Endpoint}"));

    [Fact]
    public void A_Name_Without_Servers_Is_There() => Assert.Null(Assert.Single(FileSource.Parse("""{ "login": [] }""", [])).Server);

    [Theory]
    [InlineData("""{ "login": ["10.0.0.5:8080"], "ha": ["10.0.0.5:8080"] }""")]
    [InlineData("""{ "login": ["10.0.0.5:8080"], "log in": ["10.0.0.5:8080"] }""")]
    [InlineData("""{ "login": ["10.0.0.5:8080", "db.example.com:80"] }""")]
    [InlineData("""{ "login": ["10.0.0.5"] }""")]
    [InlineData("""{ "login": ["10.0.0.5:0"] }""")]
    [InlineData("""{ "login": ["0.0.0.0:80"] }""")]
    [InlineData("""{ "login": ["[fe80::1%1]:80"] }""")]
    [InlineData("""{ "login": ["10.0.0.5:65536"] }""")]
    public void One_That_Is_None_Spoils_The_File(string json) => Assert.Throws<AgentException>(() => FileSource.Parse(json, []));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "login": "10.0.0.5:8080" }""")]
    [InlineData("""{ "login": null }""")]
    [InlineData("""{ "login": [null] }""")]
    [InlineData("""{ "login": [], "login": [] }""")]
    public void Whatever_Has_Not_The_Form_Is_Unknown_And_Not_Empty(string json) => Assert.ThrowsAny<JsonException>(() => FileSource.Parse(json, []));

    [Fact]
    public async Task Without_The_File_There_Are_None()
    {
        using var temp = new TempFolder();

        Assert.Empty((await new FileSource(temp.File("services.json"), []).ReadAsync(CancellationToken.None)).All);
    }

    [Fact]
    public async Task A_File_That_Got_Worse_Says_What_It_Said()
    {
        using var temp = new TempFolder();
        var source = new LastKnown(new FileSource(temp.File("services.json"), []));
        var problems = new List<string>();
        await File.WriteAllTextAsync(temp.File("services.json"), """{ "login": ["10.0.0.5:8080"] }""");
        await source.ReadAsync(problems, CancellationToken.None);
        await File.WriteAllTextAsync(temp.File("services.json"), "{");

        var claims = await source.ReadAsync(problems, CancellationToken.None);

        Assert.Single(claims!.All);
        Assert.Contains("services.json", Assert.Single(problems), StringComparison.Ordinal);
    }
}
