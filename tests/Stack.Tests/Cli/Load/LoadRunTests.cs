using Dockerland.Cli.Load;

namespace Dockerland.Tests.Stack.Cli.Load;

public sealed class LoadRunTests
{
    private static readonly LoadShape Shape = new(Clients: 4, RequestsPerSecond: 200, TimeSpan.FromSeconds(5));

    [Fact]
    public async Task Requests_Come_At_Their_Rate()
    {
        using var server = new OneAnswer("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        var result = await server.NewLoad(Shape).RunAsync(Task.Delay(TimeSpan.FromSeconds(1)));

        Assert.Empty(result.Failures);
        // A loaded machine makes fewer, and none makes more.
        Assert.InRange(result.Rate, 10, 210);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", null)]
    [InlineData("HTTP/1.1 200 OK\r\n\r\nok", null)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\nNo backend is there.\n", "it answers 'HTTP/1.1 503 Service Unavailable'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nok", "the answer is cut off after 2 bytes")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\nok", "it answers 'Content-Length: many'")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-", "the answer is cut off, or isn't HTTP")]
    [InlineData("", "the connection was closed without an answer")]
    public async Task Anything_But_A_Whole_200_Is_A_Failure(string answer, string? fault)
    {
        using var server = new OneAnswer(answer);

        var result = await server.NewLoad(Shape).RunAsync(Task.Delay(TimeSpan.FromMilliseconds(200)));

        Assert.Equal(fault, result.Failures.Select(failure => failure.What).Distinct().SingleOrDefault());
        Assert.Equal(fault is null ? 0 : result.Requests, result.Failures.Count);
    }

    [Fact]
    public async Task What_Takes_Too_Long_Is_A_Failure()
    {
        using var server = new OneAnswer(null);

        var result = await server.NewLoad(Shape with { Patience = TimeSpan.FromMilliseconds(100) }).RunAsync(Task.Delay(TimeSpan.FromMilliseconds(300)));

        Assert.Equal(["no answer in time"], result.Failures.Select(failure => failure.What).Distinct());
    }

    [Fact]
    public async Task Nobody_There_Is_A_Failure()
    {
        var server = new OneAnswer("");
        server.Dispose();

        var result = await server.NewLoad(Shape).RunAsync(Task.Delay(TimeSpan.FromMilliseconds(100)));

        Assert.Equal(result.Requests, result.Failures.Count);
        Assert.NotEmpty(result.Failures);
    }

    [Fact]
    public async Task What_Happens_Meanwhile_May_Fail()
    {
        using var server = new OneAnswer("HTTP/1.1 200 OK\r\n\r\nok");

        await Assert.ThrowsAsync<InvalidOperationException>(() => server.NewLoad(Shape).RunAsync(Task.FromException(new InvalidOperationException())));
    }
}
