using Dockerland.MetadataAgent.Targets;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Images.MetadataAgent.Targets;

public sealed class VariablesFileTests
{
    [Fact]
    public void Variables_Are_In_Order() => Assert.Equal("A=\"1\"\nB=\"2\"\n", Render(("B", "2"), ("A", "1")));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("two words", "two words")]
    [InlineData("\"x\"", "\\\"x\\\"")]
    [InlineData("$HOME", "\\$HOME")]
    [InlineData("`id`", "\\`id\\`")]
    [InlineData("C:\\n", "C:\\\\n")]
    [InlineData("100 %n", "100 %n")]
    [InlineData("it's #1; x=y", "it's #1; x=y")]
    [InlineData("two\nlines", "two\nlines")]
    [InlineData("", "")]
    public void What_Means_Something_Is_Escaped(string value, string escaped) => Assert.Equal($"X=\"{escaped}\"\n", Render(("X", value)));

    [Theory]
    [InlineData("a \"b\" \\ $HOME `id` %n ' # ; = ü")]
    [InlineData("first\nX=second\n\"third\\")]
    [InlineData("\\")]
    [InlineData("\t tab, and spaces ")]
    public async Task A_Shell_Reads_The_Value_That_Was_Written(string value)
    {
        var bash = new Tool("bash") { Input = $"{Render(("X", value), ("Y", "after"))}printf '%s|%s\\n' \"$X\" \"$Y\"" };

        Assert.Equal($"{value}|after\n", (await bash.SucceedAsync("-s")).Output);
    }

    [Theory]
    [InlineData("tab\tand\nline", true)]
    [InlineData("carriage\rreturn", false)]
    [InlineData("nul\0", false)]
    [InlineData("escape\u001b[0m", false)]
    public void Control_Characters_Are_Not_For_Systemd(string value, bool holds) => Assert.Equal(holds, VariablesFile.CanHold(value));

    private static string Render(params (string Name, string Value)[] variables) => VariablesFile.Render(variables.ToDictionary());
}
