using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Dockerland.Cli.Boot;

/// <summary>
/// A Debian package with a service that does nothing, in place of an agent of AWS's that user-data downloads: outside AWS the real
/// ones have nobody to talk to, and end.
/// </summary>
internal static class StandInPackage
{
    private static readonly DateTimeOffset Time = DateTimeOffset.UnixEpoch;

    public static byte[] Make(string name)
    {
        var control = Tar(($"./control", $"Package: {name}\nVersion: 0\nArchitecture: all\nMaintainer: nobody <nobody@example.com>\nDescription: stands for {name}\n"));
        var data = Tar(($"./lib/systemd/system/{name}.service", $"[Unit]\nDescription=Stands for {name}\n[Service]\nExecStart=/bin/sleep infinity\n[Install]\nWantedBy=multi-user.target\n"));
        using var package = new MemoryStream();
        package.Write("!<arch>\n"u8);
        Add(package, "debian-binary", "2.0\n"u8);
        Add(package, "control.tar.gz", control);
        Add(package, "data.tar.gz", data);
        return package.ToArray();
    }

    // A member of an ar archive: 60 bytes of header, and an even length.
    private static void Add(MemoryStream package, string name, ReadOnlySpan<byte> content)
    {
        package.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{name,-16}{0,-12}{0,-6}{0,-6}{"100644",-8}{content.Length,-10}`\n")));
        package.Write(content);
        if (content.Length % 2 is 1) package.WriteByte((byte)'\n');
    }

    private static byte[] Tar(params ReadOnlySpan<(string Path, string Text)> files)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        using (var tar = new TarWriter(zip, TarEntryFormat.Gnu))
        {
            foreach (var (path, text) in files)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
                tar.WriteEntry(new GnuTarEntry(TarEntryType.RegularFile, path) { DataStream = content, ModificationTime = Time });
            }
        }

        return packed.ToArray();
    }
}
