using Dockerland.HaproxyAgent.Commands;

namespace Dockerland.Tests.Images.HaproxyAgent.Commands;

public sealed class ContainerDumpTests
{
    private const string Web = """{"Id":"c1","Config":{"Env":["DOMAIN=login","TOKEN=a=b","EMPTY="],"Cmd":["sh","-c","say \"x\"\n: y"],"Labels":{},"Tty":false},"Mounts":[{"Type":"bind","RW":true}],"Size":null}""";

    [Fact]
    public void Variables_Are_A_Map_Whose_Values_May_Have_Equals_Signs() => Assert.Equal(
        """"
        containers:
        - "Id": "c1"
          "Config":
            "Env":
              "DOMAIN": "login"
              "TOKEN": "a=b"
              "EMPTY": ""
            "Cmd":
              - "sh"
              - "-c"
              - "say \"x\"\n: y"
            "Labels": {}
            "Tty": false
          "Mounts":
            -
              "Type": "bind"
              "RW": true
          "Size": null

        """",
        ContainerDump.Render([Web], withValues: true));

    [Fact]
    public void What_May_Be_A_Secret_Is_Hidden()
    {
        var text = ContainerDump.Render([Web], withValues: false);

        Assert.Contains("\"DOMAIN\": \"login\"", text, StringComparison.Ordinal);
        Assert.Contains("\"TOKEN\": \"(hidden)\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"Args":["--password","hush"]}""")]
    [InlineData("""{"Config":{"Cmd":["hush"]}}""")]
    [InlineData("""{"Config":{"Entrypoint":["hush"]}}""")]
    [InlineData("""{"Config":{"Healthcheck":{"Test":["CMD","hush"]}}}""")]
    [InlineData("""{"State":{"Health":{"Log":[{"ExitCode":0,"Output":"hush"}]}}}""")]
    public void So_Is_What_A_Program_Is_Called_With_And_What_It_Said(string container)
    {
        Assert.DoesNotContain("hush", ContainerDump.Render([container], withValues: false), StringComparison.Ordinal);
        Assert.Contains("hush", ContainerDump.Render([container], withValues: true), StringComparison.Ordinal);
    }

    [Fact]
    public void There_May_Be_None() => Assert.Equal("containers: []\n", ContainerDump.Render([], withValues: false));
}
