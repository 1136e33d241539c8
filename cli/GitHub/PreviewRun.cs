using System.Globalization;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.GitHub;

/// <summary>A run of preview.yml as GitHub tells of it. What the run itself left behind is in <see cref="ResultsFolder"/>.</summary>
/// <param name="Repository">OWNER/NAME that the pull request is for.</param>
/// <param name="HeadRepository">OWNER/NAME that it comes from.</param>
/// <param name="Title">That of the run, which ends with the pull request's number. The pull request may have changed it.</param>
/// <param name="Conclusion">How the run ended, in GitHub's words.</param>
/// <param name="Url">Its address.</param>
internal sealed partial record PreviewRun(string Repository, string HeadRepository, string Branch, string Sha, string Title, string Conclusion, string Url)
{
    public bool IsFork => HeadRepository != Repository;

    public bool IsCancelled => Conclusion is "cancelled";

    /// <summary>OWNER:BRANCH, which GitHub finds pull requests by.</summary>
    public string Head => $"{HeadRepository.Split('/')[0]}:{Branch}";

    /// <summary>The number that it gives itself; null for none. It only chooses among the pull requests of its branch and commit.</summary>
    public int? Pull => Number().Match(Title) is { Success: true } match && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^preview of #(\d+)$")]
    private static partial Regex Number();
}
