using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.HaproxyAgent.Snippets;

internal interface ISnippetCheck
{
    /// <param name="texts">The main configuration and the pool's backend, with snippets.</param>
    /// <param name="services">Those of services, whose backends may not be there now.</param>
    /// <returns>Why HAProxy doesn't take it; null when it does.</returns>
    Task<string?> FindFaultAsync((string Main, string Members) texts, ImmutableArray<Snippet> services, CancellationToken cancellationToken);
}

/// <summary>Asks HAProxy itself, with files beside those that it runs with.</summary>
internal sealed class SnippetCheck(SnippetSettings settings) : ISnippetCheck
{
    public async Task<string?> FindFaultAsync((string Main, string Members) texts, ImmutableArray<Snippet> services, CancellationToken cancellationToken)
    {
        var file = settings.MainFile + ".candidate";
        var backends = services.Select(snippet => MainText.Backend($"\nbackend check:{snippet.Name}\n", snippet.Name, [snippet]) + "    server s 127.0.0.1:1\n");
        await File.WriteAllTextAsync(file, $"{texts.Main}\n{texts.Members}{string.Concat(backends)}", cancellationToken);
        var fault = await HaproxyCheck.FindFaultAsync([file], cancellationToken);
        File.Delete(file);
        return fault is null ? null : Reason(fault, file);
    }

    // "[ALERT] (7) : config : parsing [FILE:9] : REASON", of which the first says most.
    private static string Reason(string output, string file)
    {
        var alert = output.Split('\n').FirstOrDefault(line => line.Contains("[ALERT]", StringComparison.Ordinal)) ?? output;
        var config = alert.IndexOf("config : ", StringComparison.Ordinal);
        return (config < 0 ? alert : alert[(config + "config : ".Length)..]).Replace($"parsing [{file}:", "line [", StringComparison.Ordinal).Trim();
    }
}
