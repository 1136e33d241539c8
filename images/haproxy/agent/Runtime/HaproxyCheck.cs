namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>Asks HAProxy itself about a configuration before it runs with it.</summary>
internal static class HaproxyCheck
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <param name="files">In the order that HAProxy reads them.</param>
    /// <returns>What it says against them; null when it takes them.</returns>
    public static async Task<string?> FindFaultAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        // Under the name that it runs with, which a section of peers has to have.
        var check = await Command.RunAsync(Deadline, "haproxy", ["-c", "-L", "local", .. files.SelectMany(file => new[] { "-f", file })], cancellationToken);
        return check.ExitCode is 0 ? null : $"{check.Error}\n{check.Output}".Trim();
    }
}
