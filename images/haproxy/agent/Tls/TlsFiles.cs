using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>What HAProxy finds when it starts or reloads: the last good ones, which only its user reads.</summary>
internal sealed class TlsFiles(TlsSettings settings, TimeProvider time)
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Place → certificate; and the placeholder, which is made when it is missing.</summary>
    public async Task<(ImmutableSortedDictionary<string, Certificate> Served, Certificate Placeholder)> ReadAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.ServedFolder, OwnersFolder);
        Directory.CreateDirectory(settings.PathOf(TlsPlan.Place("")), OwnersFolder);
        var places = Directory.EnumerateFiles(settings.PathOf(TlsPlan.Place("")), "*.pem").Select(path => TlsPlan.Place(Path.GetFileName(path))).Append(TlsPlan.Default);
        var served = ImmutableSortedDictionary.CreateBuilder<string, Certificate>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (await FindAsync(settings.PathOf(place), cancellationToken) is { } certificate) served.Add(place, certificate);
        }

        var placeholder = await FindAsync(settings.PlaceholderFile, cancellationToken);
        if (placeholder is null) await WriteAsync(settings.PlaceholderFile, (placeholder = Placeholder.Create(time.GetUtcNow())).Pem, cancellationToken);
        return (served.ToImmutable(), placeholder);
    }

    /// <summary>For <see cref="CertificateCheck"/>.</summary>
    public Task WriteCandidateAsync(Certificate certificate, CancellationToken cancellationToken) => WriteAsync(settings.CandidateFile, certificate.Pem, cancellationToken);

    public Task WriteAsync(string place, Certificate certificate, CancellationToken cancellationToken) => WriteAsync(settings.PathOf(place), certificate.Pem, cancellationToken);

    public void Remove(string place) => File.Delete(settings.PathOf(place));

    /// <summary>The list that HAProxy loads, and whether it lets visitors in. What is on the list has to be there, or HAProxy doesn't start.</summary>
    public async Task WriteListAsync(IEnumerable<string> places, bool open, CancellationToken cancellationToken)
    {
        // By "!*" the first one is for names that are on no other.
        string[] lines = [$"{settings.PathOf(TlsPlan.Default)} !*", .. places.Where(place => !TlsPlan.IsDefault(place)).Select(settings.PathOf).Order(StringComparer.Ordinal), ""];
        await WriteAsync(settings.ListFile, string.Join('\n', lines), cancellationToken);
        await WriteAsync(settings.StateFile, $"{TlsRuntime.OpenKey} {TlsRuntime.OpenValue(open)}\n", cancellationToken);
    }

    private static async Task<Certificate?> FindAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return File.Exists(path) ? CertificateText.Read(await File.ReadAllTextAsync(path, cancellationToken)) : null;
        }
        catch (AgentException)
        {
            // Of another version, say: as if it weren't there.
            return null;
        }
    }

    // A whole one or the last one.
    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken) == text) return;
        var next = path + ".new";
        File.Delete(next);
        await using (var stream = new FileStream(next, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = OwnersFile }))
        await using (var writer = new StreamWriter(stream))
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        File.Move(next, path, overwrite: true);
    }
}
