using System.Text;
using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Bindings;

public sealed class WholeSchemaTests
{
    [SkippableTheory]
    [InlineData("aws", "Ec2/LaunchTemplate.cs", "AutoScaling/Group.cs", "Provider.cs")]
    [InlineData("command", "Local/Command.cs", "Local/Run.cs", "Provider.cs")]
    [InlineData("docker", "Image.cs", "Inputs/DockerBuildArgs.cs", "Provider.cs")]
    public async Task A_Cut_Generates_What_The_Whole_Does_But_For_Documentation(string package, params string[] among)
    {
        Prerequisite.Programs("pulumi", "pulumi-language-dotnet");
        var binding = GeneratedFiles.ReadPresent(new StandIn(Path.Combine(Repository.Root, "sdks"), package).Folder);

        var whole = await WholeSchema.GenerateAsync(package);

        Assert.All(among, path => Assert.Contains(path, binding.Keys));
        Assert.All(binding, file => Assert.Equal(Code(whole[file.Key]), Code(file.Value)));
    }

    [SkippableTheory]
    [InlineData("aws")]
    [InlineData("command")]
    [InlineData("docker")]
    public async Task Cutting_The_Whole_Schema_Makes_The_Binding_That_Is_Checked_In(string package)
    {
        Prerequisite.Programs("pulumi", "pulumi-language-dotnet");
        using var temp = new TempFolder();
        var sdks = Path.Combine(Repository.Root, "sdks");
        var whole = temp.File("whole.json");
        File.Copy(Path.Combine(sdks, "generate", "bindings.json"), temp.File("sdks/generate/bindings.json"));
        await File.WriteAllTextAsync(whole, WholeSchema.Read(package));

        var code = await CommandLine.RunAsync(
            ["cut", "--package", package, "--from", whole, "--sdks", temp.File("sdks")], TextWriter.Null, TextWriter.Null);

        Assert.Equal(0, code);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(sdks, "generate", "schemas", $"{package}.json")),
            await File.ReadAllTextAsync(temp.File($"sdks/generate/schemas/{package}.json")));
        Assert.Empty(GeneratedFiles.Differences(
            GeneratedFiles.ReadPresent(new StandIn(temp.File("sdks"), package).Folder),
            GeneratedFiles.ReadPresent(new StandIn(sdks, package).Folder)));
    }

    /// <summary>Whole provider SDKs are the largest programs within the API that the engine client has to have.</summary>
    [SkippableTheory]
    [InlineData("aws", 3110)]
    [InlineData("command", 13)]
    [InlineData("docker", 263)]
    public async Task A_Whole_Schema_Compiles_Against_The_Engine_Client(string package, int sources)
    {
        Prerequisite.Programs("pulumi", "pulumi-language-dotnet");
        using var temp = new TempFolder();
        var files = await WholeSchema.GenerateAsync(package);
        GeneratedFiles.Write(temp.File("Generated"), files);
        await File.WriteAllTextAsync(temp.File("Whole.csproj"), Project);

        var build = await new Tool("dotnet") { Folder = temp.Path, Deadline = TimeSpan.FromMinutes(10) }
            .RunAsync("build", "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:RunAnalyzers=false", "-clp:ErrorsOnly");

        Assert.Equal(sources, files.Keys.Count(path => path.EndsWith(".cs", StringComparison.Ordinal)));
        Assert.True(build.ExitCode == 0, build.ToString());
    }

    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Pulumi.dll")}" />
          </ItemGroup>
        </Project>
        """;

    private static string Code(byte[] file) => string.Join('\n', Encoding.UTF8.GetString(file).Split('\n')
        .Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));
}
