using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Cli.Load;

public sealed class LoadVerbTests
{
    [Fact]
    public async Task What_Was_Answered_Is_Told()
    {
        using var server = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        var (code, output, error) = await RunAsync(server.Url, "--seconds", "1", "--rate", "50");

        Assert.Equal(0, code);
        Assert.Matches(@"^\d+ requests in \d+ s, \d+ a second; 0 failed, the slowest took \d+ ms\n$", output);
        Assert.Equal("", error);
    }

    [Fact]
    public async Task What_Failed_Is_Told_And_Makes_The_Exit_Code_1()
    {
        using var server = new OneAnswer("HTTP/1.1 503 Service Unavailable\r\n\r\n");

        var (code, output, _) = await RunAsync(server.Url, "--seconds", "1", "--rate", "50");

        Assert.Equal(1, code);
        Assert.Contains("it answers 'HTTP/1.1 503 Service Unavailable'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_Nobody_Listens_Nothing_Is_Asked()
    {
        var server = new OneAnswer("");
        server.Dispose();

        var (code, output, error) = await RunAsync(server.Url);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"Nobody answers at {server.Url}", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://127.0.0.1/")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("http://user@127.0.0.1/")]
    public async Task An_Address_That_It_Cannot_Ask_Is_Refused(string url)
    {
        var (_, _, error) = await RunAsync(url);

        Assert.StartsWith($"error: URL is '{url}'; it takes an address such as", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(["load", .. arguments], new(output, error, Interactive: false), () => new("/"));
        return (code, output.ToString(), error.ToString());
    }
}
