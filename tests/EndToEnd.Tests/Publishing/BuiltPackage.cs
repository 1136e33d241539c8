using System.IO.Compression;
using System.Text.RegularExpressions;
using Dockerland.Cli.Publishing;
using Dockerland.Infra;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Publishing;

/// <summary>The function's package, built one way.</summary>
/// <param name="Lines">What the build printed.</param>
/// <param name="Told">What the publisher told about the way.</param>
internal sealed record BuiltPackage(string Archive, string Program, IReadOnlyList<string> Lines, string Told)
{
    /// <returns>Null when the package feed has no packs for this way.</returns>
    public static async Task<BuiltPackage?> BuildAsync(PublishWay way, TempFolder folder)
    {
        var archive = folder.File($"{way.Name}-{way.Framework}/package.zip");
        using var told = new StringWriter();
        var publisher = new Publisher(new(TextWriter.Null, told, Interactive: false), new(Repository.Root));
        var lines = await publisher.BuildAsync(PackageSource.ReadUpdater(Repository.Root, "amd64"), way, archive, mayLackPacks: true, default);
        if (lines is null) return null;

        var program = Path.GetDirectoryName(archive)!;
        await ZipFile.ExtractToDirectoryAsync(archive, program);
        return new(archive, Path.Combine(program, "bootstrap"), lines, told.ToString());
    }

    /// <summary>The shared libraries that it is linked with, and those with.</summary>
    public static async Task<IEnumerable<string>> LibrariesAsync(string program)
    {
        var lines = (await new Tool("ldd").SucceedAsync(program)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // The kernel's own has no file.
        return lines.Select(line => Path.GetFileName(line.Trim().Split(' ')[0])).Where(library => !library.StartsWith("linux-vdso", StringComparison.Ordinal));
    }

    /// <summary>The versions of the C library whose symbols it needs.</summary>
    public static async Task<IEnumerable<Version>> LibcVersionsAsync(string program) =>
        Regex.Matches((await new Tool("objdump").SucceedAsync("-T", program)).Output, @"GLIBC_(\d+\.\d+)").Select(match => Version.Parse(match.Groups[1].Value)).Distinct();
}
