using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Text;

namespace Dockerland.MetadataAgent.Targets;

/// <summary>A file that others read meanwhile: it is replaced whole or not at all.</summary>
internal static class WholeFile
{
    private const UnixFileMode Usual = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The text; null where there is no such file.</summary>
    public static string? Read(string path) => Try(path, "read", () => File.Exists(path) ? File.ReadAllText(path) : null);

    /// <summary>Keeps the mode that the file had.</summary>
    [UnsupportedOSPlatform("windows")]
    public static void Write(string path, string text) => Try(path, "written", () =>
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var half = path + ".new";
        try
        {
            // On the disk before it takes the other's place: after a crash there is one of the two.
            using (var stream = new FileStream(half, FileMode.Create, FileAccess.Write))
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                stream.Flush(flushToDisk: true);
            }

            File.SetUnixFileMode(half, File.Exists(path) ? File.GetUnixFileMode(path) : Usual);
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
            throw new AgentException(ExitCodes.NoPermission, $"{path} can't be {verb}: permission denied. Run as root, with its folder writable.", error);
        }
        catch (IOException error)
        {
            // A published program has no texts of the framework's; the system has its own.
            throw new AgentException(ExitCodes.InputOutput, $"{path} can't be {verb}: {Marshal.GetPInvokeErrorMessage(error.HResult)}.", error);
        }
    }
}
