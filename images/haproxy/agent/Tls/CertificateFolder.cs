namespace Dockerland.HaproxyAgent.Tls;

/// <summary>The <c>*.pem</c> of a folder, which whoever runs the container mounts.</summary>
internal sealed class CertificateFolder(string folder) : ICertificateSource
{
    public async Task<IReadOnlyList<FoundCertificate>> ReadAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder)) return [];
        string[] paths;
        try
        {
            paths = [.. Directory.EnumerateFiles(folder, "*.pem").Order(StringComparer.Ordinal)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new AgentException($"The certificates in {folder} can't be listed, and those that are served stay: {error.Message}", error);
        }

        var found = new List<FoundCertificate>();
        foreach (var path in paths) found.Add(await ReadFileAsync(path, cancellationToken));
        return found;
    }

    /// <summary>HAProxy's commands end a word with a space.</summary>
    public static bool IsName(string name) => name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '@');

    private static async Task<FoundCertificate> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(path);
        if (!IsName(name)) return new(name, path, null, "has a name that HAProxy can't be told: use letters, digits and '.-_@'");
        try
        {
            return new(name, path, await File.ReadAllTextAsync(path, cancellationToken));
        }
        catch (UnauthorizedAccessException)
        {
            return new(name, path, null, "can't be read by the user that HAProxy runs as: chmod a+r it, and close the folder on the host that it is in");
        }
        catch (IOException error)
        {
            return new(name, path, null, $"can't be read: {error.Message}");
        }
    }
}
