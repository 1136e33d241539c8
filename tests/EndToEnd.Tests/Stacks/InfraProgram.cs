using System.IO.Compression;
using Dockerland.Cli;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>The repository's program, as the build laid it beside the tests: nothing is built again per run.</summary>
internal static class InfraProgram
{
    private static string Binary => Path.Combine(AppContext.BaseDirectory, "Dockerland.Infra.dll");

    /// <summary>A workspace of a checked-in stack, or of one of the tests' own, where image digests are made up and no cloud is reached.</summary>
    public static async Task<PulumiWorkspace> WorkspaceAsync(string stack)
    {
        var workspace = await PulumiWorkspace.OfRepositoryAsync(stack, Binary);
        var file = $"Pulumi.{stack}.yaml";
        var own = Path.Combine(Tests.Support.Repository.Root, "tests/EndToEnd.Tests/Stacks", file);
        // The file is there already: it holds the salt.
        if (File.Exists(own)) await File.AppendAllTextAsync(Path.Combine(workspace.Folder, file), await File.ReadAllTextAsync(own));
        workspace.Environment["AWS_ENDPOINT_URL"] = null;
        workspace.Environment["STANDIN_DOCKER"] = "off";
        await CopyPackagesAsync(workspace);
        return workspace;
    }

    /// <summary>Puts the published programs where a deployment looks for them, so that it compiles none.</summary>
    public static async Task CopyPackagesAsync(PulumiWorkspace workspace)
    {
        foreach (var package in Packages) await CopyPackageAsync(workspace, package);
    }

    // Published once for all workspaces, as each has the same sources.
    private static readonly Lazy<Task<string>>[] Packages = [.. PackageSource.Names(Tests.Support.Repository.Root).Select(name => new Lazy<Task<string>>(() => PublishAsync(name)))];

    private static async Task<string> PublishAsync(string name)
    {
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(["publish", name], new(output, output, Interactive: false), () => new(Tests.Support.Repository.Root));
        return code == 0 ? name : throw new InvalidOperationException($"publish {name} exited with {code}: {output}");
    }

    // No function runs here, so that of other processors may have the same bytes.
    private static async Task CopyPackageAsync(PulumiWorkspace workspace, Lazy<Task<string>> package)
    {
        var name = await package.Value;
        var published = Path.Combine(Tests.Support.Repository.Root, PackageSource.Read(Tests.Support.Repository.Root, name, Architectures.Amd64).Archive);
        foreach (var architecture in new[] { Architectures.Amd64, Architectures.Arm64 })
        {
            var copy = Path.Combine(workspace.Folder, PackageSource.Read(Tests.Support.Repository.Root, name, architecture).Archive);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(published, copy);
        }
    }

    /// <summary>Gives the published programs other bytes, as another version of their packages would.</summary>
    public static void ChangePackages(PulumiWorkspace workspace)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(workspace.Folder, "artifacts/packages"), "*.zip", SearchOption.AllDirectories))
        {
            using var archive = ZipFile.Open(file, ZipArchiveMode.Update);
            archive.CreateEntry("another-version");
        }
    }

    /// <summary>Takes the published programs away, as on a machine that has only the sources.</summary>
    public static void DeletePackages(PulumiWorkspace workspace) => Directory.Delete(Path.Combine(workspace.Folder, "artifacts/packages"), recursive: true);

    /// <summary>What <c>./dockerland plan STACK --json</c> prints for the workspace's files.</summary>
    public static async Task<string> PlanAsync(PulumiWorkspace workspace)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, Interactive: false);
        var code = await CommandLine.RunAsync(["plan", workspace.Stack, "--json"], terminal, () => new(workspace.Folder));
        return code == 0 ? output.ToString() : throw new InvalidOperationException($"plan {workspace.Stack} exited with {code}: {error}");
    }
}
