using System.Text.RegularExpressions;
using Dockerland.Cli;

namespace Dockerland.Tests.Stack.Repository;

public sealed partial class DocumentsTests
{
    private static readonly string Page = TrackedFiles.Read("docs/documents.md");

    public static TheoryData<string> Paths => [.. Path().Matches(Page).Select(match => match.Groups[1].Value).Distinct()];

    public static TheoryData<string> Verbs => [.. Verb().Matches(Page).Select(match => match.Groups[1].Value).Distinct()];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_Path_It_Names_Exists(string path) => Assert.True(System.IO.Path.Exists(System.IO.Path.Combine(Support.Repository.Root, path)), $"{path} doesn't exist.");

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_Verb_It_Names_Exists(string verb) =>
        Assert.Contains(verb, CommandLine.Create(new(TextWriter.Null, TextWriter.Null, Interactive: false), new("/")).Subcommands.Select(command => command.Name));

    [Fact]
    public void Every_Row_Says_What_Shows_It() =>
        Assert.All(Page.Split("\n## Left out")[0].Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what", StringComparison.Ordinal)), row => Assert.NotEqual("", row.Split(" | ")[^1].TrimEnd('|', ' ')));

    [GeneratedRegex("`((?:cli|docs|images|infra|lambdas|lib|tests)/[^` ]*)`")]
    private static partial Regex Path();

    [GeneratedRegex(@"\./dockerland ([a-z]+)")]
    private static partial Regex Verb();
}
