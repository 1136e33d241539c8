using System.Collections.Immutable;

namespace Dockerland.Cli.GitHub;

/// <summary>Keeps one comment on each pull request, whichever page of its comments it is on.</summary>
internal sealed class CommentPoster(GitHubApi api, string repository, string author)
{
    /// <summary>
    /// The open pull requests of a run: found by where its commit was pushed to and held against it. A branch may have several, for
    /// different bases; the number that the run gives itself says which of them it is of.
    /// </summary>
    public async Task<ImmutableArray<int>> FindAsync(PreviewRun run, CancellationToken cancellationToken) =>
    [
        .. (await api.ListAsync($"repos/{repository}/pulls?state=open&head={Uri.EscapeDataString(run.Head)}", cancellationToken))
            .Where(pull => pull["head"]?["sha"]?.ToString() == run.Sha && pull["head"]?["repo"]?["full_name"]?.ToString() == run.HeadRepository)
            .Select(pull => pull["number"]!.GetValue<int>())
            .Where(number => run.Pull is null || run.Pull == number),
    ];

    /// <summary>Puts the text in the place of the comment that has the marker, or into a new one.</summary>
    /// <param name="isWorthOne">Whether the text is worth a comment where there is none yet.</param>
    /// <returns>What was done, for the log.</returns>
    public async Task<string> PutAsync(int number, string marker, string text, bool isWorthOne, CancellationToken cancellationToken)
    {
        text = Markdown.Fit(text);
        var comments = await api.ListAsync($"repos/{repository}/issues/{number}/comments", cancellationToken);
        var ours = OwnText.Find(comments, author, marker);
        if (ours is not null)
        {
            await api.PatchAsync($"repos/{repository}/issues/comments/{ours["id"]}", new() { ["body"] = text }, cancellationToken);
            return $"#{number}: comment changed";
        }
        if (!isWorthOne) return $"#{number}: nothing to tell";

        await api.PostAsync($"repos/{repository}/issues/{number}/comments", new() { ["body"] = text }, cancellationToken);
        return $"#{number}: comment written";
    }
}
