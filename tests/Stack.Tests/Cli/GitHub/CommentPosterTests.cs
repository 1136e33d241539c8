using Dockerland.Cli;
using Dockerland.Cli.GitHub;
using Dockerland.Tests.Support.GitHub;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class CommentPosterTests : IAsyncLifetime
{
    private const string Marker = "<!-- dockerland: what this changes -->";
    private FakeGitHub _github = null!;

    public async Task InitializeAsync() => _github = await FakeGitHub.StartAsync();

    public async Task DisposeAsync() => await _github.DisposeAsync();

    [Fact]
    public async Task The_First_Text_Is_A_New_Comment()
    {
        Assert.Equal("#7: comment written", await PutAsync("first"));

        Assert.Equal([$"{Marker}first"], Bodies());
    }

    [Fact]
    public async Task The_Comment_Is_Found_Again_On_Any_Page()
    {
        for (var number = 0; number < 5; number++) _github.AddComment(7, "someone", $"comment {number}");
        await PutAsync("first");
        for (var number = 0; number < 5; number++) _github.AddComment(7, "someone", $"reply {number}");

        Assert.Equal("#7: comment changed", await PutAsync("second"));

        Assert.Equal([$"{Marker}second"], Bodies().Where(body => body.Contains(Marker, StringComparison.Ordinal)));
        Assert.Equal(11, Bodies().Count());
    }

    [Fact]
    public async Task A_Marker_That_Someone_Else_Wrote_Is_Not_Ours()
    {
        _github.AddComment(7, "someone", $"{Marker} mine");

        await PutAsync("first");

        Assert.Equal([$"{Marker} mine", $"{Marker}first"], Bodies());
    }

    [Fact]
    public async Task Where_There_Is_Nothing_To_Tell_No_Comment_Begins()
    {
        Assert.Equal("#7: nothing to tell", await PutAsync("quiet", isWorthOne: false));
        Assert.Empty(Bodies());
    }

    [Fact]
    public async Task Where_There_Was_Something_To_Tell_The_Comment_Says_That_It_Is_Over()
    {
        await PutAsync("loud");
        await PutAsync("quiet", isWorthOne: false);

        Assert.Equal([$"{Marker}quiet"], Bodies());
    }

    [Fact]
    public async Task Only_A_Pull_Request_That_Is_At_The_Commit_Gets_A_Comment()
    {
        _github.AddPull(7, "someone:topic", "abc");
        _github.AddPull(8, "someone:topic", "def");
        _github.AddPull(9, "other:topic", "abc");
        _github.AddPull(10, "someone:topic", "abc");

        Assert.Equal<int>([7, 10], await WithAsync(poster => poster.FindAsync("someone:topic", "abc", default)));
    }

    [Fact]
    public async Task A_Branch_With_Special_Characters_Is_One_Argument()
    {
        _github.AddPull(7, "someone:a&state=all#b", "abc");

        Assert.Equal<int>([7], await WithAsync(poster => poster.FindAsync("someone:a&state=all#b", "abc", default)));
    }

    [Fact]
    public async Task What_GitHub_Refuses_Is_Told_In_Its_Words()
    {
        using var api = new GitHubApi(_github.Address, "wrong");

        var error = await Assert.ThrowsAsync<CliException>(() => new CommentPoster(api, FakeGitHub.Repository, FakeGitHub.Bot).PutAsync(7, Marker, "a", true, default));

        Assert.StartsWith("GitHub refuses GET /repos/example/dockerland/issues/7/comments?per_page=100: 401, Bad credentials.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Missing_Token_Is_Told_With_Its_Fix() =>
        Assert.Equal("GITHUB_TOKEN is not set. In a workflow: env: GITHUB_TOKEN: ${{ github.token }}", Assert.Throws<CliException>(() => GitHubApi.OfWorkflow(_ => null)).Message);

    private IEnumerable<string> Bodies() => _github.Comments.GetValueOrDefault(7, []).Select(comment => comment["body"]!.ToString());

    private Task<string> PutAsync(string text, bool isWorthOne = true) => WithAsync(poster => poster.PutAsync(7, Marker, Marker + text, isWorthOne, default));

    private async Task<T> WithAsync<T>(Func<CommentPoster, Task<T>> use)
    {
        using var api = new GitHubApi(_github.Address, FakeGitHub.Token);
        return await use(new(api, FakeGitHub.Repository, FakeGitHub.Bot));
    }
}
