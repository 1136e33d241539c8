using System.Text.Json;
using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Deployments;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Bindings;

/// <summary>
/// The stand-ins as packages, for a program that knows nothing of this repository. They are packed under a version that
/// no official package has and restored into a cache of their own, or NuGet would later take them for the official ones.
/// </summary>
public sealed class PackedStandInsTests : IDisposable
{
    private const string Version = "7.48.0-standin";

    private static readonly string[] Ids = ["Pulumi", "Pulumi.Aws", "Pulumi.Command", "Pulumi.Docker"];

    private readonly TempFolder temp = new();

    public void Dispose() => temp.Dispose();

    [SkippableFact]
    public async Task A_Program_Outside_The_Repository_Runs_On_The_Packed_Stand_Ins()
    {
        Prerequisite.Engine();
        Prerequisite.Programs("pulumi-resource-command");
        await PackAsync();
        using var workspace = await PulumiWorkspace.OfFilesAsync("dev", Program());
        workspace.Deadline = TimeSpan.FromMinutes(10);
        workspace.Environment["NUGET_PACKAGES"] = temp.File("cache");
        workspace.Environment["STANDIN_DOCKER"] = "off";

        var up = (await workspace.UpAsync()).EnsureSuccess();

        Assert.Equal(
            [
                "create aws:sns/topic:Topic events",
                "create command:local:Command hello",
                "create docker:index/image:Image image",
            ],
            up.Changes.Where(step => !step.Type.StartsWith("pulumi:", StringComparison.Ordinal)).Select(step => step.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(new[] { "aws", "command", "docker" }.Select(package => $"{package} {VersionOf(package)}"), Plugins(up));
        using var outputs = JsonDocument.Parse(await workspace.OutputsAsync());
        Assert.Equal("hello", outputs.RootElement.GetProperty("greeting").GetString());
        Assert.True(Directory.Exists(temp.File($"cache/pulumi.aws/{Version}")), "the program wasn't restored from the packages");
        (await workspace.DestroyAsync()).EnsureSuccess();
    }

    private async Task PackAsync()
    {
        var dotnet = new Tool("dotnet") { Folder = Repository.Root, Deadline = TimeSpan.FromMinutes(10) };
        foreach (var id in Ids)
        {
            // An artifacts folder of its own: the repository's is in use by this very test run, whose build ran the analyzers.
            await dotnet.SucceedAsync(
                "pack", Path.Combine("sdks", id), "-o", temp.File("packages"), "-nologo", "-nodeReuse:false",
                $"-p:PackageVersion={Version}", $"-p:ArtifactsPath={temp.File("artifacts")}", "-p:RunAnalyzers=false");
        }
    }

    /// <summary>What the language host found in the packages, and told the engine.</summary>
    private static IEnumerable<string> Plugins(PulumiRun run) => run.Calls
        .Where(call => call.Method.EndsWith("/GetRequiredPackages", StringComparison.Ordinal))
        .SelectMany(call => call.Response.GetProperty("packages").EnumerateArray())
        .Select(package => $"{package.GetProperty("name").GetString()} {package.GetProperty("version").GetString()!.TrimStart('v')}")
        .Distinct().Order(StringComparer.Ordinal);

    private static string VersionOf(string package) => (string)new StandIn(Path.Combine(Repository.Root, "sdks"), package).ReadSchema()["version"]!;

    private Dictionary<string, string> Program() => new()
    {
        ["Pulumi.yaml"] = "name: outside\nruntime: dotnet\n",
        ["nuget.config"] = $"""
            <configuration>
              <packageSources>
                <add key="stand-ins" value="{temp.File("packages")}" />
              </packageSources>
            </configuration>
            """,
        ["Outside.csproj"] = $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", Ids.Select(id => $"""<PackageReference Include="{id}" Version="{Version}" />"""))}
              </ItemGroup>
            </Project>
            """,
        ["Program.cs"] = """
            using Pulumi;
            using Pulumi.Aws.Sns;
            using Pulumi.Command.Local;
            using Pulumi.Docker;
            using Pulumi.Docker.Inputs;

            return await Deployment.RunAsync(() =>
            {
                var topic = new Topic("events");
                var hello = new Command("hello", new() { Create = "printf hello" });
                _ = new Image("image", new()
                {
                    Build = new DockerBuildArgs { Context = "context" },
                    ImageName = "outside:1",
                    SkipPush = true,
                });
                return new Dictionary<string, object?> { ["topic"] = topic.Arn, ["greeting"] = hello.Stdout };
            });
            """,
        ["context/Dockerfile"] = "FROM scratch\nCOPY Dockerfile /\n",
    };
}
