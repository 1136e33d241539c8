using System.Text;

namespace Dockerland.Infra.UserData;

/// <summary>A host's user-data: as people read it, and as a launch template takes it.</summary>
public static class HostUserData
{
    /// <summary>EC2's limit, counted before base64.</summary>
    public const int MaxBytes = 16 * 1024;

    /// <summary>The text; an <see cref="ArgumentException"/> says what of the spec can't be rendered.</summary>
    public static string Render(HostSpec host)
    {
        HostRules.Check(host);
        return host.System is HostSystem.RancherOs ? RancherOs.Render(host) : CloudInit.Render(host);
    }

    /// <summary>Base64 of the text, or of its gzip where only that fits: what fits stays readable in the console.</summary>
    /// <param name="owner">Whose it is, for the message when it is too long.</param>
    public static string Encode(string text, string owner)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= MaxBytes) return Convert.ToBase64String(bytes);

        var packed = Gzip.Pack(bytes);
        return packed.Length <= MaxBytes
            ? Convert.ToBase64String(packed)
            : throw new ArgumentException($"User-data of {owner} is {bytes.Length} bytes and {packed.Length} gzipped; EC2 accepts at most {MaxBytes}. Shorten its environment and its agents' files, or move files into the images.");
    }
}
