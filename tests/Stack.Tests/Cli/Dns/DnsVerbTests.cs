using Dockerland.Cli.Dns;

namespace Dockerland.Tests.Stack.Cli.Dns;

public sealed class DnsVerbTests
{
    [Theory]
    [InlineData(true, "reading …\n")]
    [InlineData(false, "")]
    public void Only_Who_Watches_Sees_Progress(bool isInteractive, string expected)
    {
        using var error = new StringWriter { NewLine = "\n" };

        DnsVerb.Progress(new(TextWriter.Null, error, isInteractive))("reading");

        Assert.Equal(expected, error.ToString());
    }
}
