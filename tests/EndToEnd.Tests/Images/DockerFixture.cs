using Dockerland.Cli.Images;
using Dockerland.Cli.Images.Fleets;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Docker;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>A Docker engine that has Debian, and a registry; shared by the tests that need them, as both take their time.</summary>
public sealed class DockerFixture : IAsyncLifetime
{
    /// <summary>Of containers and images that are the tests' alone; images that have it go in the end.</summary>
    public const string Label = "dockerland.test";

    private static readonly string[] Programs = [.. DockerEngine.Programs, .. DockerRegistry.Programs];

    public static bool CanRun => Prerequisite.HasPrograms(Programs);

    private DockerEngine? engine;
    private DockerRegistry? registry;

    public DockerEngine Engine => engine!;
    public DockerRegistry Registry => registry!;

    /// <summary>Builds images of ours, as <c>dockerland/NAME</c>, by the command that people build them with.</summary>
    public Task BuildAsync(params string[] names) =>
        new Tool("dotnet") { Environment = Engine.Environment, Deadline = TimeSpan.FromMinutes(10) }.SucceedAsync([Path.Combine(AppContext.BaseDirectory, "Dockerland.Cli.dll"), "images", "build", .. names]);

    /// <summary>The command line's own way to the engine.</summary>
    internal DockerCommand Command => new(new(Repository.Root), Engine.Environment);

    /// <summary>Builds a balancer and a backend, and starts a fleet of them.</summary>
    internal async Task<Fleet> StartFleetAsync(FleetOptions options, int backends)
    {
        Require();
        await BuildAsync(ImageDemo.Balancer, ImageDemo.Backend);
        return await Fleet.StartAsync(Command, options, backends);
    }

    public static void Require() => Prerequisite.Programs(Programs);

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        try
        {
            engine = await DockerEngine.StartAsync();
            registry = await DockerRegistry.StartAsync();
            await engine.EnsureDebianAsync();
        }
        catch
        {
            // A fixture that can't be made isn't disposed of by the runner.
            await DisposeAsync();
            throw;
        }
    }

    public async Task DisposeAsync()
    {
        if (engine is not null && registry is not null)
        {
            await RemoveImagesAsync($"reference={registry.Server}/*/*");
            await RemoveImagesAsync($"label={Label}");
        }

        if (registry is not null) await registry.DisposeAsync();
        if (engine is not null) await engine.DisposeAsync();
    }

    // What only tests have named; what it was made of stays for the next ones.
    private async Task RemoveImagesAsync(string filter)
    {
        var found = (await Engine.RunAsync("images", "--filter", filter, "--format", "{{.Repository}}:{{.Tag}}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(name => !name.Contains("<none>", StringComparison.Ordinal)).ToArray();
        if (found is not []) await Engine.RunAsync(["image", "rm", "--force", .. found]);
    }
}

[CollectionDefinition(Name)]
public sealed class DockerTestGroup : ICollectionFixture<DockerFixture>
{
    public const string Name = "docker";
}

/// <summary>Tests that need the machine for themselves, as they judge how much it did: they run when all others are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class QuietDockerTestGroup : ICollectionFixture<DockerFixture>
{
    public const string Name = "docker, alone";
}
