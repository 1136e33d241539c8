using Dockerland.Cli.GitHub;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class CommentTextTests
{
    private const string Output = """
        dockerland dev against main (12345678): 1 changed

        Hosts
          web: 1 host is replaced

        Details
          ~ aws:ec2/launchTemplate:LaunchTemplate web
              - imageId: ami-1
              + imageId: ami-2

        """;

    private static readonly PreviewRun Run = new("example/dockerland", "someone/dockerland", "topic", "abcdef0123456789", "preview of #7", "success", "https://github.example/run");
    private static readonly StackResult Changed = new("dev", new(2, Output, ""), null);

    [Fact]
    public void The_Summary_Comes_First_Then_The_Meaning_Then_The_Details() => Assert.Equal(
        """
        <!-- dockerland: what this changes -->
        ### What abcdef01 changes

        | stack | plan | preview by the engine |
        |---|---|---|
        | dev | 1 changed | not run |
        | prod | no differences | 1 delete, 2 update |

        [Log of the run](https://github.example/run)

        <details open><summary>dev&#58; what it means</summary>

        <pre>
        Hosts
          web: 1 host is replaced
        </pre>
        </details>

        <details><summary>prod&#58; steps of the engine</summary>

        <pre>
        delete aws:ec2/subnet:Subnet network-eu-central-1c
        update aws:sns/topic:Topic a
        update aws:sns/topic:Topic b
        </pre>
        </details>

        <details><summary>dev&#58; all differences</summary>

        <pre>
          ~ aws:ec2/launchTemplate:LaunchTemplate web
              - imageId: ami-1
              + imageId: ami-2
        </pre>
        </details>

        """,
        Render(Changed, new("prod", new(0, "dockerland prod against main (12345678): no differences\n", ""), new(0, 3,
        [
            new("delete", "aws:ec2/subnet:Subnet", "network-eu-central-1c"),
            new("update", "aws:sns/topic:Topic", "a"),
            new("update", "aws:sns/topic:Topic", "b"),
        ]))));

    [Fact]
    public void A_Failure_Takes_The_Place_Of_The_Plan()
    {
        var text = Render(new StackResult("dev", new(1, "", "error: dockerland:zone is not set.\n"), null));

        Assert.Contains("| dev | ❌ failed with exit code 1 | not run |", text, StringComparison.Ordinal);
        Assert.Contains("<pre>\nerror: dockerland:zone is not set.\n</pre>", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Preview_That_Failed_Is_Told() =>
        Assert.Contains("| dev | 1 changed | ❌ failed with exit code 255 |", Render(Changed with { Preview = new(255, 0, []) }), StringComparison.Ordinal);

    [Fact]
    public void A_Run_Without_Any_Result_Is_Told() =>
        Assert.Contains("The preview failed before it came to any stack: [its log](https://github.example/run) says why.", Render(new StackResult("dev", null, null), new("prod", null, null)), StringComparison.Ordinal);

    [Fact]
    public void A_Run_That_Was_Cancelled_Takes_The_Place_Of_What_Was_Known() => Assert.Equal(
        """
        <!-- dockerland: what this changes -->
        ### What abcdef01 changes

        The preview was cancelled. What it didn't come to is not known: run it again.

        [Log of the run](https://github.example/run)

        """,
        CommentText.Render("dockerland", [new("dev", null, null)], Run with { Conclusion = "cancelled" }));

    [Fact]
    public void A_Run_That_Was_Cancelled_Late_Shows_What_It_Came_To()
    {
        var text = CommentText.Render("dockerland", [Changed, new("prod", null, null)], Run with { Conclusion = "cancelled" });

        Assert.Contains("The preview was cancelled.", text, StringComparison.Ordinal);
        Assert.Contains("| dev | 1 changed | not run |\n| prod | ❌ ended without a result | not run |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Stack_That_Ended_Without_A_Result_Is_Told() =>
        Assert.Contains("| dev | ❌ ended without a result | no changes |", Render(new StackResult("dev", null, new(0, 0, []))), StringComparison.Ordinal);

    [Theory]
    [InlineData("x")]
    [InlineData("<")]
    [InlineData("@everyone ")]
    public void It_Is_Never_Longer_Than_GitHub_Takes(string unit)
    {
        var line = string.Concat(Enumerable.Repeat(unit, 200));
        var lines = string.Join('\n', Enumerable.Repeat(line, 300));
        var huge = new PlanResult(2, $"a b against c: {line}\n\nHosts\n{lines}\nDetails\n{lines}", "");
        var results = Enumerable.Range(0, 8).Select(number => new StackResult($"stack-{number}", huge, null)).ToArray();

        var text = Render(results);

        Assert.InRange(text.Length, 1, Markdown.MostCharacters);
        Assert.Equal(Count(text, "<pre>"), Count(text, "</pre>"));
        Assert.Contains("more lines: the log of the run has them", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Was_Cut_Is_Counted()
    {
        var lines = Enumerable.Range(0, 10_000).Select(number => $"line {number}").ToArray();

        var text = Render(new StackResult("dev", new(2, $"a: 1 changed\n\nDetails\n{string.Join('\n', lines)}\n", ""), null));

        var shown = lines.Count(line => text.Contains($"\n{line}\n", StringComparison.Ordinal));
        Assert.Contains($"… {10_000 - shown} more lines", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Is_For_Reading_Is_Wrapped()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 60));

        var text = Render(new StackResult("dev", new(2, $"a: 1 changed\n\nHosts\n  {words}\n", ""), null));

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 110));
        Assert.Contains("word\n    word", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Plan_Says_Nothing_But_Itself()
    {
        var text = Render(new StackResult("dev", new(2, "a: | @all <b> `x`\n\nHosts\n</pre></details>@all\n", ""), null));

        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@all", text, StringComparison.Ordinal);
        Assert.Equal(1, Count(text, "</details>"));
    }

    private static string Render(params StackResult[] results) => CommentText.Render("dockerland", results, Run);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
