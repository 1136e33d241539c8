namespace Dockerland.Cli.GitHub;

/// <summary>Keeps one issue while something drifts or can't be looked at, and closes it afterwards.</summary>
internal sealed class DriftIssue(GitHubApi api, string repository, string author)
{
    /// <returns>What was done, for the log.</returns>
    public async Task<string> PutAsync(DriftReport report, string project, string runUrl, CancellationToken cancellationToken)
    {
        var marker = DriftReport.Marker(project);
        var issues = await api.ListAsync($"repos/{repository}/issues?state=open&creator={Uri.EscapeDataString(author)}", cancellationToken);
        var ours = OwnText.Find(issues.Where(issue => issue["pull_request"] is null), author, marker);
        switch (ours, report.IsClean)
        {
            case (null, true):
                return "No drift.";
            case (null, false):
                await api.PostAsync($"repos/{repository}/issues", new() { ["title"] = report.Title, ["body"] = Markdown.Fit(report.Render(project, runUrl)) }, cancellationToken);
                return $"Issue opened: {report.Title}";
            case (_, true):
                await api.PostAsync($"repos/{repository}/issues/{ours["number"]}/comments", new() { ["body"] = $"No drift any more: [log of the run]({runUrl})" }, cancellationToken);
                await api.PatchAsync($"repos/{repository}/issues/{ours["number"]}", new() { ["state"] = "closed" }, cancellationToken);
                return $"Issue #{ours["number"]} closed.";
            default:
                await api.PatchAsync($"repos/{repository}/issues/{ours["number"]}", new() { ["title"] = report.Title, ["body"] = Markdown.Fit(report.Render(project, runUrl)) }, cancellationToken);
                return $"Issue #{ours["number"]} changed: {report.Title}";
        }
    }
}
