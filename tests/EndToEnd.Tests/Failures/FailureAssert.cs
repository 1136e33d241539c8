using System.Text.RegularExpressions;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Failures;

/// <summary>How a failed run speaks to its user.</summary>
internal static partial class FailureAssert
{
    /// <summary>The one error beside the engine's own words, of a run that failed.</summary>
    public static PulumiDiagnostic OneError(PulumiRun run)
    {
        Assert.NotEqual(0, run.Result.ExitCode);
        var errors = run.Errors.Where(error => error.Message.Trim() is not ("update failed" or "preview failed")).ToArray();
        Assert.True(errors.Length == 1, $"There are {errors.Length} errors instead of one. {run}");
        return errors[0];
    }

    public static void NoStackTrace(PulumiRun run) => Assert.DoesNotMatch(StackFrame(), run.Result.Text);

    [GeneratedRegex(@"^\s+at \S+", RegexOptions.Multiline)]
    private static partial Regex StackFrame();
}
