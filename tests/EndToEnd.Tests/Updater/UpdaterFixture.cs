using System.IO.Compression;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Updater;

/// <summary>The function as it is deployed, and a cloud for it. Tests have stacks of their own in it.</summary>
public sealed class UpdaterFixture : IAsyncLifetime, IDisposable
{
    private readonly TempFolder folder = new();
    private Moto? moto;
    private string? program;

    public Moto Moto => moto!;

    /// <summary>The executable; tests without moto are skipped.</summary>
    public string Program
    {
        get
        {
            Prerequisite.Programs(Moto.Programs);
            return program!;
        }
    }

    /// <summary>The package that it lies in.</summary>
    public string Archive { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (!Prerequisite.HasPrograms(Moto.Programs)) return;

        moto = await Moto.StartAsync();
        var dockerland = new Tool(Path.Combine(Repository.Root, "dockerland")) { Folder = Repository.Root, Deadline = TimeSpan.FromMinutes(15) };
        var published = await dockerland.SucceedAsync("publish", "dns-updater");
        Archive = Path.Combine(Repository.Root, published.Output.Split(' ').First(word => word.StartsWith("artifacts/", StringComparison.Ordinal)));
        await ZipFile.ExtractToDirectoryAsync(Archive, folder.Path);
        program = Path.Combine(folder.Path, "bootstrap");
    }

    public async Task DisposeAsync()
    {
        if (moto is not null) await moto.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();
}

[CollectionDefinition(Name)]
public sealed class UpdaterAtMoto : ICollectionFixture<UpdaterFixture>
{
    public const string Name = "The updater as a process";
}
