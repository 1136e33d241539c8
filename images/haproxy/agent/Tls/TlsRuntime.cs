using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>The certificates of a HAProxy that runs, by its runtime API as 2.6 has it.</summary>
internal sealed class TlsRuntime(AdminSocket socket, TlsSettings settings) : ITlsRuntime
{
    /// <summary>The one key of the map that lets visitors in.</summary>
    public const string OpenKey = "certificates";

    private const string Fingerprint = "SHA1 FingerPrint: ";

    public static string OpenValue(bool open) => open ? "some" : "none";

    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = Known(await socket.AskAsync("show ssl cert", cancellationToken)).ToHashSet();
        var listed = Lines(await socket.AskAsync($"show ssl crt-list {settings.ListFile}", cancellationToken)).Select(line => line.Split(' ')[0]).ToHashSet();
        var served = new Dictionary<string, string>();
        foreach (var path in known.Where(path => path.StartsWith(settings.ServedFolder, StringComparison.Ordinal)))
        {
            var lines = Lines(await socket.AskAsync($"show ssl cert {path}", cancellationToken));
            var print = lines.FirstOrDefault(line => line.StartsWith(Fingerprint, StringComparison.Ordinal))?[Fingerprint.Length..];
            served[PlaceOf(path)] = listed.Contains(path) && print is not null ? print : "";
        }

        return served;
    }

    public async Task SetAsync(string place, Certificate certificate, CancellationToken cancellationToken)
    {
        var path = settings.PathOf(place);
        var known = Known(await socket.AskAsync("show ssl cert", cancellationToken)).ToHashSet();
        if (!known.Contains(path)) await RequireAsync($"new ssl cert {path}", "New empty certificate store", "", cancellationToken);

        // One that was begun and not ended is in the way. None there is what this hopes for.
        await socket.AskAsync($"abort ssl cert {path}", cancellationToken);
        await RequireAsync($"set ssl cert {path}", "Transaction created", $" <<\n{certificate.Pem}", cancellationToken);
        await RequireAsync($"commit ssl cert {path}", "Success!", "", cancellationToken);
        var listed = Lines(await socket.AskAsync($"show ssl crt-list {settings.ListFile}", cancellationToken)).Any(line => line.Split(' ')[0] == path);
        if (!listed) await RequireAsync($"add ssl crt-list {settings.ListFile} {path}", "Success!", "", cancellationToken);
    }

    public async Task RemoveAsync(string place, CancellationToken cancellationToken)
    {
        var path = settings.PathOf(place);
        var listed = Lines(await socket.AskAsync($"show ssl crt-list {settings.ListFile}", cancellationToken)).Any(line => line.Split(' ')[0] == path);
        if (listed) await RequireAsync($"del ssl crt-list {settings.ListFile} {path}", "' deleted", "", cancellationToken);
        if (Known(await socket.AskAsync("show ssl cert", cancellationToken)).Contains(path)) await RequireAsync($"del ssl cert {path}", "' deleted", "", cancellationToken);
    }

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        Lines(await socket.AskAsync($"show map {settings.StateFile}", cancellationToken)).Any(line => line.EndsWith($" {OpenKey} {OpenValue(true)}", StringComparison.Ordinal));

    public async Task OpenAsync(bool open, CancellationToken cancellationToken)
    {
        var command = $"set map {settings.StateFile} {OpenKey} {OpenValue(open)}";
        if (await socket.AskAsync(command, cancellationToken) is not "" and var answer) throw new AgentException($"HAProxy refuses '{command}': {answer}");
    }

    private string PlaceOf(string path) => path[(settings.ServedFolder.Length + 1)..];

    // A transaction has a line of its own, with '*' before the path.
    private static IEnumerable<string> Known(string answer) => Lines(answer).Where(line => line is [not ('#' or '*'), ..]);

    private static string[] Lines(string answer) => answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    // The payload is a secret, and in no message.
    private async Task RequireAsync(string command, string expected, string payload, CancellationToken cancellationToken)
    {
        var answer = await socket.AskAsync(command, payload, cancellationToken);
        if (!answer.Contains(expected, StringComparison.Ordinal)) throw new AgentException($"HAProxy refuses '{command}': {answer.ReplaceLineEndings(" ")}");
    }
}
