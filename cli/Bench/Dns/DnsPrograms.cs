using System.IO.Compression;
using System.Runtime.InteropServices;
using Dockerland.Cli.Publishing;
using Dockerland.Infra;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>Builds what is compared, below artifacts/ and once per state of its sources.</summary>
internal sealed class DnsPrograms(Terminal terminal, Repository repository, string folder)
{
    private const string Bundle = "v3.cjs";

    public async Task<IReadOnlyList<DnsProgram>> MakeAsync(CancellationToken cancellationToken)
    {
        var source = PackageSource.ReadUpdater(repository.Root, RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "amd64");
        var ways = Publisher.WaysOf(source);
        if (ways[0].Name is not PublishWay.Native) throw new CliException($"The goals are of the native program, which can't be made here: {ways[0].Why}.");

        var publisher = new Publisher(terminal with { Out = terminal.Error }, repository);
        await publisher.PublishAsync(source, cancellationToken);
        var managed = $"artifacts/bench/dns/{source.Hash}/ready-to-run.zip";
        await publisher.PublishAsync(source, [PublishWay.Managed("to compare with")], managed, cancellationToken);
        var node = new NodeFolder(terminal, repository.PathOf("cli", "Bench", "Dns", "node"), Path.Combine(folder, "node"));
        await node.InstallAsync(cancellationToken);
        await node.SucceedAsync(Path.Combine(folder, "node", "node_modules", ".bin", "esbuild"), ["v3.mjs", "--bundle", "--minify", "--platform=node", "--target=node20", "--main-fields=module,main", "--format=cjs", $"--outfile={Bundle}"], cancellationToken);
        return
        [
            new(DnsWay.Native, await UnpackAsync(source.Archive, "native", cancellationToken), [], []),
            new(DnsWay.ReadyToRun, await UnpackAsync(managed, "ready-to-run", cancellationToken), [], []),
            new(DnsWay.NodeV2, "node", [Path.Combine(folder, "node", "v2.js")], ["-e", "0"]),
            new(DnsWay.NodeV3, "node", [Path.Combine(folder, "node", Bundle)], ["-e", "0"]),
        ];
    }

    private async Task<string> UnpackAsync(string archive, string name, CancellationToken cancellationToken)
    {
        var into = Path.Combine(folder, name);
        await ZipFile.ExtractToDirectoryAsync(repository.PathOf(archive), into, overwriteFiles: true, cancellationToken);
        return Path.Combine(into, "bootstrap");
    }
}
