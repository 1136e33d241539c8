using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Dockerland.Agents;

/// <summary>A file that others read meanwhile: it is replaced whole or not at all, and only by another text.</summary>
public static class WholeFile
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Usual = Owners | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The text; null where there is no such file.</summary>
    /// <exception cref="AgentException">It is there, and can't be read.</exception>
    public static string? Read(string path) => Try(path, "read", () => File.Exists(path) ? File.ReadAllText(path) : null);

    /// <param name="mode">The one that it gets; null keeps the one that it has, and lets everybody read a new one.</param>
    /// <returns>Whether it had another text, or none.</returns>
    /// <exception cref="AgentException">It can't be written, and is as it was.</exception>
    [UnsupportedOSPlatform("windows")]
    public static bool Write(string path, string text, UnixFileMode? mode = null) => Read(path) != text && Try(path, "written", () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // The balancer's start and its agent write the same files at the same time.
        var half = $"{path}.{Environment.ProcessId}.new";
        try
        {
            // One that was left behind has a mode of its own.
            File.Delete(half);
            using (var stream = new FileStream(half, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = Owners }))
            {
                // Before there is anything to read; and not as it is made, when the umask takes from it.
                File.SetUnixFileMode(stream.SafeFileHandle, mode ?? (File.Exists(path) ? File.GetUnixFileMode(path) : Usual));
                stream.Write(Encoding.UTF8.GetBytes(text));
                // On the disk before it takes the other's place: after a crash there is one of the two.
                stream.Flush(flushToDisk: true);
            }

            File.Move(half, path, overwrite: true);
        }
        catch
        {
            File.Delete(half);
            throw;
        }

        return true;
    });

    private static T Try<T>(string path, string verb, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (UnauthorizedAccessException error)
        {
            throw new AgentException(ExitCodes.NoPermission, $"{path} can't be {verb}: permission denied. Run as a user who may, or give this one its folder.", error);
        }
        catch (IOException error)
        {
            // A published program has no texts of the framework's; the system has its own.
            throw new AgentException(ExitCodes.InputOutput, $"{path} can't be {verb}: {Marshal.GetPInvokeErrorMessage(error.HResult)}.", error);
        }
    }
}
