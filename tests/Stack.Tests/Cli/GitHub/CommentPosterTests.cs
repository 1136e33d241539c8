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
    public async Task A_Text_That_Is_Too_Long_Is_Cut_And_Found_Again()
    {
        await PutAsync(new('x', 100_000));

        Assert.Equal("#7: comment changed", await PutAsync("second"));
    }

    [Fact]
    public async Task Only_A_Pull_Request_That_Is_At_The_Commit_Gets_A_Comment()
    {
        _github.AddPull(7, "someone/dockerland", "topic", "abc");
        _github.AddPull(8, "someone/dockerland", "topic", "def");
        _github.AddPull(9, "other/dockerland", "topic", "abc");
        _github.AddPull(10, "someone/copy", "topic", "abc");

        Assert.Equal<int>([7], await FindAsync("topic", "a title of their own"));
    }

    [Fact]
    public async Task Of_Several_Pull_Requests_Of_A_Branch_The_One_That_The_Run_Is_Of_Gets_The_Comment()
    {
        _github.AddPull(7, "someone/dockerland", "topic", "abc");
        _github.AddPull(8, "someone/dockerland", "topic", "abc");

        Assert.Equal<int>([8], await FindAsync("topic", "preview of #8"));
    }

    [Fact]
    public async Task A_Run_Reaches_No_Pull_Request_Of_Others()
    {
        _github.AddPull(7, "someone/dockerland", "topic", "abc");
        _github.AddPull(8, "other/dockerland", "topic", "abc");

        Assert.Empty(await FindAsync("topic", "preview of #8"));
    }

    [Fact]
    public async Task A_Branch_With_Special_Characters_Is_One_Argument()
    {
        _github.AddPull(7, "someone/dockerland", "a&state=all#b", "abc");

        Assert.Equal<int>([7], await FindAsync("a&state=all#b", "preview of #7"));
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

    private Task<System.Collections.Immutable.ImmutableArray<int>> FindAsync(string branch, string title) =>
        WithAsync(poster => poster.FindAsync(new(FakeGitHub.Repository, "someone/dockerland", branch, "abc", title, "success", "https://github.example/run"), default));

    private IEnumerable<string> Bodies() => _github.Comments.GetValueOrDefault(7, []).Select(comment => comment["body"]!.ToString());

    private Task<string> PutAsync(string text, bool isWorthOne = true) => WithAsync(poster => poster.PutAsync(7, Marker, Marker + text, isWorthOne, default));

    private async Task<T> WithAsync<T>(Func<CommentPoster, Task<T>> use)
    {
        using var api = new GitHubApi(_github.Address, FakeGitHub.Token);
        return await use(new(api, FakeGitHub.Repository, FakeGitHub.Bot));
    }
}
