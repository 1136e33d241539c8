namespace Dockerland.Tests.Images.Agents;

public sealed class SecondsTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData("5", 5)]
    [InlineData("3600", 3600)]
    public void A_Variable_May_Say_How_Long(string? text, int? seconds) =>
        Assert.Equal(seconds, Seconds.Read(_ => text, "WAIT_SECONDS", 5, 3600)?.TotalSeconds);

    [Theory]
    [InlineData("4")]
    [InlineData("3601")]
    [InlineData("-5")]
    [InlineData("5.5")]
    [InlineData(" 5")]
    [InlineData("99999999999")]
    public void Anything_Else_Is_Told_With_The_Limits(string text)
    {
        var error = Assert.Throws<AgentException>(() => Seconds.Parse("WAIT_SECONDS", text, 5, 3600));

        Assert.Equal(($"WAIT_SECONDS is '{text}'; it takes 5 to 3600 seconds.", ExitCodes.Usage), (error.Message, error.ExitCode));
    }
}
