using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support.GitHub;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class DriftIssueTests : IAsyncLifetime
{
    private static readonly StackResult Clean = new("dev", null, new(0, 0, []));
    private static readonly StackResult Drifted = new("prod", null, new(7, 1, [new("update", "aws:ec2/securityGroup:SecurityGroup", "web")]));
    private static readonly StackResult Broken = new("dev", null, new(255, 0, []));

    private FakeGitHub _github = null!;

    public async Task InitializeAsync() => _github = await FakeGitHub.StartAsync();

    public async Task DisposeAsync() => await _github.DisposeAsync();

    [Fact]
    public async Task Without_Drift_There_Is_No_Issue()
    {
        Assert.Equal("No drift.", await PutAsync(Clean));
        Assert.Empty(_github.Issues);
    }

    [Fact]
    public async Task Drift_Opens_An_Issue()
    {
        await PutAsync(Clean, Drifted);

        var issue = Assert.Single(_github.Issues);
        Assert.Equal("Drift: prod", issue["title"]!.ToString());
        Assert.Contains("| prod | drift in 1 resource |", issue["body"]!.ToString(), StringComparison.Ordinal);
        Assert.Contains("update aws:ec2/securityGroup:SecurityGroup web", issue["body"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Next_Night_Changes_The_Same_Issue()
    {
        await PutAsync(Clean, Drifted);
        for (var number = 0; number < 3; number++) _github.AddIssue(FakeGitHub.Bot, "another");
        await PutAsync(Broken, Drifted);

        Assert.Equal(["Drift: prod; broken: dev"], _github.Issues.Select(issue => issue["title"]!.ToString()).Where(title => title is not ""));
    }

    [Fact]
    public async Task When_All_Is_Well_Again_The_Issue_Is_Closed_With_A_Word()
    {
        await PutAsync(Drifted);
        await PutAsync(Clean);

        var issue = Assert.Single(_github.Issues);
        Assert.Equal("closed", issue["state"]!.ToString());
        Assert.StartsWith("No drift any more", Assert.Single(_github.Comments[(int)issue["number"]!])["body"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Others_Wrote_Is_Left_Alone()
    {
        _github.AddIssue("someone", DriftReport.Marker("dockerland"));
        _github.AddIssue(FakeGitHub.Bot, DriftReport.Marker("dockerland"), isPull: true);

        await PutAsync(Clean);

        Assert.All(_github.Issues, issue => Assert.Equal("open", issue["state"]!.ToString()));
    }

    [Theory]
    [InlineData(7, "Drift: dev")]
    [InlineData(1, "The look for drift is broken: dev")]
    [InlineData(255, "The look for drift is broken: dev")]
    public void Drift_Is_Told_From_A_Broken_Look(int code, string title) =>
        Assert.Equal(title, new DriftReport([new("dev", null, new(code, 0, []))]).Title);

    [Fact]
    public void What_There_Is_No_Room_For_Is_Counted()
    {
        var steps = Enumerable.Range(0, PreviewResult.MostSteps).Select(number => new PreviewStep("update", new('t', 200), $"n{number}")).ToArray();

        var text = new DriftReport([new("dev", null, new(7, 900, [.. steps])), Drifted]).Render("dockerland", "https://github.example/run");

        Assert.InRange(text.Length, 1, Markdown.MostCharacters);
        Assert.Matches("… [0-9]+ more lines: the log of the run has them", text);
        Assert.Contains("update aws:ec2/securityGroup:SecurityGroup web", text, StringComparison.Ordinal);
    }

    [Fact]
    public void More_Than_A_Result_Lists_Is_Counted() =>
        Assert.Contains("… and 8 more", new DriftReport([new("dev", null, new(7, 9, Drifted.Preview!.Steps))]).Render("dockerland", "https://github.example/run"), StringComparison.Ordinal);

    [Fact]
    public void A_Stack_That_Nothing_Is_Known_Of_Is_Not_Clean() => Assert.Equal(["dev"], new DriftReport([new("dev", null, null)]).Broken);

    private async Task<string> PutAsync(params StackResult[] results)
    {
        using var api = new GitHubApi(_github.Address, FakeGitHub.Token);
        return await new DriftIssue(api, FakeGitHub.Repository, FakeGitHub.Bot).PutAsync(new(results), "dockerland", "https://github.example/run", default);
    }
}
