using System.Runtime.InteropServices;
using Dockerland.Infra;

namespace Dockerland.Cli.Publishing;

/// <summary>Builds a program that runs elsewhere, once per state of its sources.</summary>
internal sealed class Publisher(Terminal terminal, Repository repository)
{
    // NuGet's word for a package that no source has.
    private const string NoSuchPackage = "NU1101";
    private const string Program = "bootstrap";

    private static readonly string[] Linkers = ["clang", "gcc"];

    public async Task PublishAsync(PackageSource source, CancellationToken cancellationToken)
    {
        var archive = repository.PathOf(source.Archive);
        if (File.Exists(archive))
        {
            await terminal.Out.WriteLineAsync($"{source.Name}: {source.Archive} is there");
            return;
        }

        var target = source.Architecture is "arm64" ? Architecture.Arm64 : Architecture.X64;
        var system = OperatingSystem.IsLinux() ? OSPlatform.Linux : OSPlatform.Create("other");
        var ways = PublishWay.For(target, system, RuntimeInformation.OSArchitecture, FindLinker());
        foreach (var (index, way) in ways.Index())
        {
            await terminal.Error.WriteLineAsync($"{source.Name}: {way.Why}");
            if (await TryAsync(source, way, archive, mayLackPacks: index < ways.Count - 1, cancellationToken)) break;
        }

        await terminal.Out.WriteLineAsync($"{source.Name}: {source.Archive} {new FileInfo(archive).Length / 1024} KiB");
    }

    private async Task<bool> TryAsync(PackageSource source, PublishWay way, string archive, bool mayLackPacks, CancellationToken cancellationToken)
    {
        // Of its own, so that neither an ordinary build nor another way's takes its files for their own.
        var work = repository.PathOf("artifacts", "publish", Guid.NewGuid().ToString("N"));
        var lines = new List<string>();
        try
        {
            var code = await ChildProcess.RunAsync("dotnet", Arguments(source, way, work), repository.Root, lines.Add, cancellationToken);
            if (code is not 0 && mayLackPacks && lines.Any(line => line.Contains(NoSuchPackage, StringComparison.Ordinal))) return false;
            if (code is not 0) throw new CliException($"{source.Name} can't be published as {way.Why}:\n{string.Join('\n', lines.TakeLast(20))}");

            Move(Path.Combine(work, "out", Program), archive);
            return true;
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
        var whole = Path.Combine(Path.GetDirectoryName(program)!, "package.zip");
        PackageArchive.Write(whole, program);
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
