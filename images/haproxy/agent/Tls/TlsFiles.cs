using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Tls;

/// <summary>What HAProxy finds when it starts or reloads: the last good ones, which only its user reads.</summary>
internal sealed class TlsFiles(TlsSettings settings, TimeProvider time)
{
    private const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Place → certificate; and the placeholder, which is made when it is missing.</summary>
    public (ImmutableSortedDictionary<string, Certificate> Served, Certificate Placeholder) Read()
    {
        Directory.CreateDirectory(settings.ServedFolder, OwnersFolder);
        Directory.CreateDirectory(settings.PathOf(TlsPlan.Place("")), OwnersFolder);
        var places = Directory.EnumerateFiles(settings.PathOf(TlsPlan.Place("")), "*.pem").Select(path => TlsPlan.Place(Path.GetFileName(path))).Append(TlsPlan.Default);
        var served = ImmutableSortedDictionary.CreateBuilder<string, Certificate>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (Find(settings.PathOf(place)) is { } certificate) served.Add(place, certificate);
        }

        var placeholder = Find(settings.PlaceholderFile);
        if (placeholder is null) Write(settings.PlaceholderFile, (placeholder = Placeholder.Create(time.GetUtcNow())).Pem);
        return (served.ToImmutable(), placeholder);
    }

    /// <summary>For <see cref="CertificateCheck"/>.</summary>
    public void WriteCandidate(Certificate certificate) => Write(settings.CandidateFile, certificate.Pem);

    public void Write(string place, Certificate certificate) => Write(settings.PathOf(place), certificate.Pem);

    public void Remove(string place) => File.Delete(settings.PathOf(place));

    /// <summary>The list that HAProxy loads, and whether it lets visitors in. What is on the list has to be there, or HAProxy doesn't start.</summary>
    public void WriteList(IEnumerable<string> places, bool open)
    {
        // By "!*" the first one is for names that are on no other.
        string[] lines = [$"{settings.PathOf(TlsPlan.Default)} !*", .. places.Where(place => !TlsPlan.IsDefault(place)).Select(settings.PathOf).Order(StringComparer.Ordinal), ""];
        Write(settings.ListFile, string.Join('\n', lines));
        Write(settings.StateFile, $"{TlsRuntime.OpenKey} {TlsRuntime.OpenValue(open)}\n");
    }

    // What is there and can't be read isn't gone: that is told, and nothing is done.
    private static Certificate? Find(string path)
    {
        if (WholeFile.Read(path) is not { } text) return null;
        try
        {
            return CertificateText.Read(text);
        }
        catch (AgentException)
        {
            // Of another version, say: as if it weren't there.
            return null;
        }
    }

    private static void Write(string path, string text) => WholeFile.Write(path, text, OwnersFile);
}
