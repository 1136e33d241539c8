using System.Globalization;

namespace Dockerland.HaproxyAgent.Runtime;

/// <param name="Done">Reloads since HAProxy's start.</param>
/// <param name="Failed">Of these, how many left it with the files of before.</param>
internal sealed record Reloads(int Done, int Failed);

/// <summary>HAProxy's first process, which has others do the work.</summary>
internal sealed class HaproxyMaster(AdminSocket socket)
{
    public async Task<Reloads> ReadAsync(CancellationToken cancellationToken) => Parse(await socket.AskAsync("show proc", cancellationToken));

    public Task ReloadAsync(CancellationToken cancellationToken) => socket.AskAsync("reload", cancellationToken);

    /// <exception cref="AgentException">It isn't the list of processes.</exception>
    public static Reloads Parse(string text)
    {
        // "6413  master  1 [failed: 0]  0d00h12m51s  2.6.12"
        var words = text.Split('\n').Select(line => line.Split([' ', '\t', '[', ']', ':'], StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(words => words is [_, "master", ..]);
        return words is [_, _, var done, "failed", var failed, ..] && Number(done) is { } all && Number(failed) is { } bad
            ? new(all, bad)
            : throw new AgentException($"HAProxy's master answers '{Shown.Of(text)}' instead of its processes.");
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
