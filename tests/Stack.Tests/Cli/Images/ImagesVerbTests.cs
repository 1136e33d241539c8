using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli.Images;

public sealed class ImagesVerbTests
{
    [Fact]
    public async Task Help_Has_Its_Verbs_And_Examples()
    {
        var (code, output) = await RunAsync("images", "--help");

        Assert.Equal(0, code);
        Assert.All(["build", "start", "stop", "./dockerland images start --backends 3"], text => Assert.Contains(text, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("'0' is no value of '--backends': it takes 1-20.", "start", "--backends", "0")]
    [InlineData("'many' is no value of '--backends': it takes 1-20.", "start", "--backends", "many")]
    [InlineData("'70000' is no value of '--port': it takes 1-65535.", "start", "--port", "70000")]
    [InlineData("--port is 1936, where the balancer's statistics or administration are; take another one.", "start", "--port", "1936")]
    [InlineData("haproxy or host or metadata or webapp", "build", "nginx")]
    public async Task What_It_Does_Not_Take_Is_One_Line(string expected, params string[] arguments)
    {
        var (code, output) = await RunAsync(["images", .. arguments]);

        Assert.Equal(1, code);
        Assert.Contains(expected, Assert.Single(output.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        return (await CommandLine.RunAsync(args, new(output, output, Interactive: false), () => new(Support.Repository.Root)), output.ToString());
    }
}
