using Dockerland.Cli.Bench.Images;

namespace Dockerland.Tests.Stack.Cli.Bench.Images;

public sealed class JoinMeasureTests
{
    private const string Log = """
        2026-03-01T10:00:00.500000000Z agent: s01 (172.18.0.3:3000) joins
        2026-03-01T10:00:01.250000000Z Member join event received from: aaa with role backend
        2026-03-01T10:00:02.000000000Z Member join event received from: bbb with role none
        2026-03-01T10:00:03.000000000Z Member join event received from: aaa with role backend
        """;

    [Fact]
    public void A_Join_Is_The_First_Line_That_Says_So() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 10, 0, 1, 250, TimeSpan.Zero), JoinMeasure.Find(Log, "aaa"));

    [Theory]
    [InlineData("bbb")]
    [InlineData("aa")]
    public void Nobody_Else_Joined(string host) => Assert.Null(JoinMeasure.Find(Log, host));
}
