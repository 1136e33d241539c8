using System.Runtime.InteropServices;
using Dockerland.Infra;

namespace Dockerland.Cli.Publishing;

/// <summary>Builds a program that runs elsewhere, once per state of its sources.</summary>
internal sealed class Publisher(Terminal terminal, Repository repository)
{
    // NuGet's word for a package that no source has.
    private const string NoSuchPackage = "NU1101";

    private static readonly string[] Linkers = ["clang", "gcc"];

    public Task PublishAsync(PackageSource source, CancellationToken cancellationToken) => PublishAsync(source, WaysOf(source), source.Archive, cancellationToken);

    /// <param name="ways">Best first; one after another is tried where packs are lacking.</param>
    /// <param name="file">In the repository. What is there already is taken for what its sources make.</param>
    public async Task PublishAsync(PackageSource source, IReadOnlyList<PublishWay> ways, string file, CancellationToken cancellationToken)
    {
        var archive = repository.PathOf(file);
        if (File.Exists(archive))
        {
            await terminal.Out.WriteLineAsync($"{source.Name}: {file} is there");
            return;
        }

        foreach (var (index, way) in ways.Index())
        {
            if (await BuildAsync(source, way, archive, mayLackPacks: index < ways.Count - 1, cancellationToken) is not null) break;
        }

        await terminal.Out.WriteLineAsync($"{source.Name}: {file} {new FileInfo(archive).Length / 1024} KiB");
    }

    /// <summary>The ways that this machine may have, best first.</summary>
    public static IReadOnlyList<PublishWay> WaysOf(PackageSource source) => PublishWay.For(
        source.Architecture is "arm64" ? Architecture.Arm64 : Architecture.X64,
        OperatingSystem.IsLinux() ? OSPlatform.Linux : OSPlatform.Create("other"),
        RuntimeInformation.OSArchitecture,
        FindLinker());

    /// <summary>Builds it one way.</summary>
    /// <returns>What the build printed; null when packs are lacking, where they may.</returns>
    public async Task<IReadOnlyList<string>?> BuildAsync(PackageSource source, PublishWay way, string archive, bool mayLackPacks, CancellationToken cancellationToken)
    {
        await terminal.Error.WriteLineAsync($"{source.Name}: {way.Why}");
        // Of its own, so that neither an ordinary build nor another way's takes its files for their own.
        var work = repository.PathOf("artifacts", "publish", Guid.NewGuid().ToString("N"));
        var lines = new List<string>();
        try
        {
            var code = await ChildProcess.RunAsync("dotnet", Arguments(source, way, work), repository.Root, lines.Add, cancellationToken);
            if (code is not 0 && mayLackPacks && lines.Any(line => line.Contains(NoSuchPackage, StringComparison.Ordinal))) return null;
            if (code is not 0) throw new CliException($"{source.Name} can't be published as {way.Why}:\n{string.Join('\n', lines.TakeLast(20))}");

            Move(Path.Combine(work, "out", source.Program), archive);
            return lines;
        }
        finally
        {
            if (Directory.Exists(work)) Directory.Delete(work, recursive: true);
        }
    }

    // Whole or not at all: another process may look for it meanwhile.
    private static void Move(string program, string archive)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(archive)!);
        var whole = program;
        if (Path.GetExtension(archive) is ".zip") PackageArchive.Write(whole = Path.Combine(Path.GetDirectoryName(program)!, "package.zip"), program);
        File.Move(whole, archive, overwrite: true);
    }

    private static IEnumerable<string> Arguments(PackageSource source, PublishWay way, string work) =>
    [
        "publish", source.Project, "-nologo", "-c", "Release",
        "-r", source.Architecture is "arm64" ? "linux-arm64" : "linux-x64",
        $"-p:PublishWay={way.Name}", $"-p:PublishFramework={way.Framework}",
        .. way.Linker is { } linker ? new[] { $"-p:CppCompilerAndLinker={linker}" } : [],
        "--artifacts-path", Path.Combine(work, "work"), "-o", Path.Combine(work, "out"),
    ];

    private static string? FindLinker() => Linkers.FirstOrDefault(program =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program))));
}
