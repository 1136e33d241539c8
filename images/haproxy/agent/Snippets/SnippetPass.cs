using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Snippets;

/// <summary>One look at the snippets: those that HAProxy takes go into its configuration, the others are told of and left out.</summary>
/// <param name="reload">Has HAProxy take what changed; null before it starts.</param>
internal sealed class SnippetPass(SnippetSettings settings, ISnippetCheck check, Func<CancellationToken, Task>? reload, Log log)
{
    private ImmutableArray<(Snippet, string?)> _last;
    private bool _mustReload;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var found = await SnippetFolder.ReadAsync(settings.Folder, cancellationToken);
        if (!_last.IsDefault && found.SequenceEqual(_last)) return;

        var faults = new List<string>();
        var ports = ExtraPort.Read(settings.Ports, faults);
        faults.AddRange(found.Where(one => one.Problem is not null).Select(one => $"{one.Snippet} {one.Problem}; it is left out"));
        var main = await File.ReadAllTextAsync(settings.MainTemplate, cancellationToken);
        var members = await File.ReadAllTextAsync(settings.MembersTemplate, cancellationToken);
        var taken = await TakeAsync([.. found.Where(one => one.Problem is null).Select(one => one.Snippet)], snippets => Texts(snippets), faults, cancellationToken);

        var (mainText, membersText) = Texts(taken);
        // Until a reload went well: one that failed is tried again, though the files are as they should be.
        _mustReload |= await WriteAsync(settings.MainFile, mainText, cancellationToken);
        _mustReload |= await WriteMembersAsync(membersText, cancellationToken);
        await WriteServicesAsync(taken, cancellationToken);
        if (_mustReload && reload is not null)
        {
            await reload(cancellationToken);
            _mustReload = false;
            log.Write($"HAProxy reloads, with {taken.Length} snippets");
        }

        _last = found;
        log.Problems(faults);

        (string, string) Texts(ImmutableArray<Snippet> snippets) => (MainText.Render(main, snippets, ports), MainText.Backend(members, AgentSettings.Backend, snippets));
    }

    // All at once, and only when that is refused one after the other: the first of two that don't go together stays.
    private async Task<ImmutableArray<Snippet>> TakeAsync(ImmutableArray<Snippet> snippets, Func<ImmutableArray<Snippet>, (string, string)> texts, List<string> faults, CancellationToken cancellationToken)
    {
        if (snippets is [] || await FaultAsync(snippets) is null) return snippets;
        var taken = ImmutableArray<Snippet>.Empty;
        foreach (var snippet in snippets)
        {
            if (await FaultAsync(taken.Add(snippet)) is { } fault) faults.Add($"{snippet} is refused by HAProxy, and left out: {fault}");
            else taken = taken.Add(snippet);
        }

        return taken;

        Task<string?> FaultAsync(ImmutableArray<Snippet> some) => check.FindFaultAsync(texts(some), [.. some.Where(IsOfService)], cancellationToken);
    }

    private static bool IsOfService(Snippet snippet) => snippet.Place is Snippet.Backend && snippet.Name is not AgentSettings.Backend;

    // Their servers stay as they are.
    private async Task<bool> WriteMembersAsync(string head, CancellationToken cancellationToken)
    {
        var before = File.Exists(settings.MembersHead) ? await File.ReadAllTextAsync(settings.MembersHead, cancellationToken) : head;
        var changed = await WriteAsync(settings.MembersHead, head, cancellationToken);
        var members = File.Exists(settings.MembersFile) ? await File.ReadAllTextAsync(settings.MembersFile, cancellationToken) : "";
        if (changed && members.StartsWith(before, StringComparison.Ordinal)) await WriteAsync(settings.MembersFile, head + members[before.Length..], cancellationToken);
        return changed;
    }

    // Whoever writes the services' backends finds them there, and reloads when he has put them in.
    private async Task WriteServicesAsync(ImmutableArray<Snippet> taken, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.ServicesFolder);
        var services = taken.Where(IsOfService).ToArray();
        foreach (var path in Directory.GetFiles(settings.ServicesFolder).Except(services.Select(snippet => settings.ServiceFile(snippet.Name)))) File.Delete(path);
        foreach (var snippet in services) await WriteAsync(settings.ServiceFile(snippet.Name), MainText.Backend("", snippet.Name, [snippet]), cancellationToken);
    }

    // A whole one or the last one.
    private static async Task<bool> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == text) return false;
        await File.WriteAllTextAsync(path + ".new", text, cancellationToken);
        File.Move(path + ".new", path, overwrite: true);
        return true;
    }
}
