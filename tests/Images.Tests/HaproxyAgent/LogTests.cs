using Dockerland.HaproxyAgent;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.HaproxyAgent;

public sealed class LogTests
{
    [Fact]
    public void What_Is_Wrong_Now_Stands_In_The_File()
    {
        using var temp = new TempFolder();
        using var output = new StringWriter();
        var log = new Log(output, temp.File("problems"));

        log.Problems(["b", "a"]);

        Assert.Equal("a\nb\n", File.ReadAllText(temp.File("problems")));
    }

    [Fact]
    public void A_File_That_Can_Not_Be_Written_Ends_Nothing()
    {
        using var temp = new TempFolder();
        using var output = new StringWriter();

        new Log(output, temp.File("none/problems")).Problems(["a"]);

        Assert.Equal("agent: error: a\n", output.ToString());
    }
}
