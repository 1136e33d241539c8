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
        _mustReload |= Replace(settings.MainFile, mainText);
        _mustReload |= WriteMembers(membersText);
        WriteServices(taken);
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
    private bool WriteMembers(string head)
    {
        var before = WholeFile.Read(settings.MembersHead) ?? head;
        var changed = Replace(settings.MembersHead, head);
        var members = WholeFile.Read(settings.MembersFile) ?? "";
        if (changed && members.StartsWith(before, StringComparison.Ordinal)) WholeFile.Write(settings.MembersFile, head + members[before.Length..]);
        return changed;
    }

    // Whoever writes the services' backends finds them there, and reloads when he has put them in.
    private void WriteServices(ImmutableArray<Snippet> taken)
    {
        Directory.CreateDirectory(settings.ServicesFolder);
        var services = taken.Where(IsOfService).ToArray();
        foreach (var path in Directory.GetFiles(settings.ServicesFolder).Except(services.Select(snippet => settings.ServiceFile(snippet.Name)))) File.Delete(path);
        foreach (var snippet in services) WholeFile.Write(settings.ServiceFile(snippet.Name), MainText.Backend("", snippet.Name, [snippet]));
    }

    // Whether HAProxy may run with another: it hasn't started before there is one.
    private static bool Replace(string path, string text)
    {
        var isThere = File.Exists(path);
        return WholeFile.Write(path, text) && isThere;
    }
}
