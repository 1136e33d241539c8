namespace Dockerland.HaproxyAgent;

/// <summary>Keeps two processes from writing the same files at once.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <returns>What gives it back when it is disposed of, as the end of the process does.</returns>
    /// <exception cref="AgentException">Somebody else holds it for too long.</exception>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        for (var left = Deadline; ; left -= Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error)
            {
                if (left <= TimeSpan.Zero) throw new AgentException($"{path} is held by another process for {Deadline.TotalSeconds:0} s: {error.Message}", error);
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }
}
