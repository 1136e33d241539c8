using System.Net;
using Dockerland.Cli.GitHub;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class MarkdownTests
{
    private const string Hostile = "<img src=x onerror=alert(1)> **bold** `code` [a](javascript:b) @everyone #12 | --> ~~~ _x_ \\";

    [Fact]
    public void Inline_Text_Has_No_Character_That_Means_Something() =>
        Assert.DoesNotContain(WithoutEntities(Markdown.Inline(Hostile)), character => "<>*`[]()#|~_\\!&\"'".Contains(character, StringComparison.Ordinal));

    [Fact]
    public void Inline_Text_Reads_As_It_Was_Given() =>
        Assert.Equal(Hostile, WebUtility.HtmlDecode(Markdown.Inline(Hostile)).Replace("\u200b", "", StringComparison.Ordinal));

    [Fact]
    public void Inline_Text_Calls_Nobody() => Assert.DoesNotMatch("@[A-Za-z]", WebUtility.HtmlDecode(Markdown.Inline("@everyone")));

    [Fact]
    public void Inline_Text_Stays_On_Its_Line() => Assert.DoesNotContain('\n', Markdown.Inline("a\n| b |\r\n# c"));

    [Fact]
    public void Preformatted_Text_Cannot_End_Its_Block() =>
        Assert.Equal("&lt;/pre&gt;&lt;script&gt; &amp;lt; &#64;everyone `a`", Markdown.Preformatted("</pre><script> &lt; @everyone `a`"));

    [Theory]
    [InlineData("\u001b[31mred\u001b[0m", "red")]
    [InlineData("safe\u202egpj", "safe\\u202egpj")]
    [InlineData("a\u0000b", "a\\u0000b")]
    [InlineData("tab\there", "tab\there")]
    public void What_Nobody_Would_See_Shows(string text, string shown) => Assert.Equal(shown, Markdown.Preformatted(text));

    private static string WithoutEntities(string text) => System.Text.RegularExpressions.Regex.Replace(text, "&#[0-9]+;", "");
}
