using System.Text.Json;
using Dockerland.MetadataAgent.Targets;

namespace Dockerland.Tests.Images.MetadataAgent.Targets;

public sealed class DaemonLabelsTests
{
    private const string File = "/etc/docker/daemon.json";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public void A_File_That_Is_Not_There_Or_Empty_Gets_The_Labels_Alone(string? text) =>
        Assert.Equal("""["docker.role=web"]""", LabelsOf(Merge(text, ("docker.role", "web"))));

    [Fact]
    public void What_Else_Is_In_The_File_Stays()
    {
        var merged = Merge("""{"log-opts":{"tag":"<{{.Name}}>"},"max-concurrent-downloads":3,"live-restore":true}""", ("docker.role", "web"));

        Assert.Equal("""
            {
              "log-opts": {
                "tag": "<{{.Name}}>"
              },
              "max-concurrent-downloads": 3,
              "live-restore": true,
              "labels": [
                "docker.role=web"
              ]
            }

            """, merged);
    }

    [Fact]
    public void Labels_Of_Others_Stay_And_Ours_Are_The_Tags() =>
        Assert.Equal("""["rack=7","docker.environment=qa","docker.role=web"]""", LabelsOf(Merge("""{"labels":["docker.role=old","rack=7","docker.gone=1"]}""", ("docker.role", "web"), ("docker.environment", "qa"))));

    [Fact]
    public void A_File_That_Has_Them_Is_Left_As_It_Is() => Assert.Null(Merge("""{ "labels" : ["rack=7","docker.role=web"] }""", ("docker.role", "web")));

    [Fact]
    public void Hostile_Values_Are_Texts_Like_Others()
    {
        const string Hostile = "a \"b\" \\ $HOME `id` %n\nüé '</script>";

        var merged = Merge(null, ("docker.note", Hostile));

        Assert.Equal($"docker.note={Hostile}", JsonElement.Parse(merged!).GetProperty("labels")[0].GetString());
    }

    [Theory]
    [InlineData("[1]", "isn't a JSON object")]
    [InlineData("null", "isn't a JSON object")]
    [InlineData("labels = []", "isn't JSON (line 1, byte 1)")]
    [InlineData("""{"labels":[],"labels":[]}""", "has a key twice")]
    [InlineData("""{"labels":"docker.role=web"}""", "has 'labels' that isn't a list of texts")]
    [InlineData("""{"labels":[1]}""", "has 'labels' that isn't a list of texts")]
    public void A_File_That_Docker_Would_Not_Take_Is_Left_Alone(string text, string what)
    {
        var error = Assert.Throws<AgentException>(() => Merge(text, ("docker.role", "web")));

        Assert.Equal(($"{File} {what}; it stays as it is, and Docker's labels with it. Mend it and start this again.", ExitCodes.Config), (error.Message, error.ExitCode));
    }

    private static string? Merge(string? text, params (string Key, string Value)[] labels) => DaemonLabels.Merge(text, labels.ToDictionary(), ["docker."], File);

    private static string LabelsOf(string? text) => JsonSerializer.Serialize(JsonElement.Parse(text!).GetProperty("labels"));
}
