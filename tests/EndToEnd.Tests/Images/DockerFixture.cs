using Dockerland.Tests.Support.Docker;

namespace Dockerland.Tests.EndToEnd.Images;

/// <summary>A Docker engine that has Debian, and a registry; shared by the tests that need them, as both take their time.</summary>
public sealed class DockerFixture : IAsyncLifetime
{
    private static readonly string[] Programs = [.. DockerEngine.Programs, .. DockerRegistry.Programs];

    public static bool CanRun => Prerequisite.HasPrograms(Programs);

    public DockerEngine Engine { get; private set; } = null!;
    public DockerRegistry Registry { get; private set; } = null!;

    public static void Require() => Prerequisite.Programs(Programs);

    public async Task InitializeAsync()
    {
        if (!CanRun) return;
        Engine = await DockerEngine.StartAsync();
        Registry = await DockerRegistry.StartAsync();
        await Engine.EnsureDebianAsync();
    }

    public async Task DisposeAsync()
    {
        if (!CanRun) return;
        await Registry.DisposeAsync();
        await Engine.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class DockerTestGroup : ICollectionFixture<DockerFixture>
{
    public const string Name = "docker";
}
