using Dockerland.Tests.EndToEnd.Stacks;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Failures;

/// <summary>Programs that the language host builds from a copy of the sources: the stack itself, and a small one with faults.</summary>
public sealed class SourceRuns : IAsyncLifetime
{
    public PulumiRun Stack { get; private set; } = null!;
    public PulumiRun RuleBreakingPreview { get; private set; } = null!;
    public PulumiRun RuleBreakingUp { get; private set; } = null!;
    public PulumiRun Throwing { get; private set; } = null!;
    public PulumiRun ThrowingLater { get; private set; } = null!;
    public PulumiRun Refused { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (!Prerequisite.HasEngine) return;
        using var workspace = await PulumiWorkspace.OfRepositoryAsync("dev", binary: null);
        workspace.Environment["STANDIN_DOCKER"] = "off";
        // A build server would outlive the test and hold on to the folder.
        workspace.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        workspace.Environment["UseSharedCompilation"] = "false";
        // The same sources were analyzed when the tests were built.
        workspace.Environment["RunAnalyzers"] = "false";
        // The stack is built, and other tests want the machine too.
        workspace.Deadline = TimeSpan.FromMinutes(15);
        await InfraProgram.CopyPackagesAsync(workspace);
        Stack = await workspace.PreviewAsync();
        await ReplaceAsync("infra/Components/FleetTemplate.cs", "HttpTokens = \"required\"", "HttpTokens = \"optional\"");
        RuleBreakingPreview = await workspace.PreviewAsync();
        RuleBreakingUp = await workspace.UpAsync();

        await WriteAsync("Pulumi.yaml", "name: dockerland\nruntime: dotnet\nmain: faulty/\n");
        await WriteAsync("faulty/Faulty.csproj", Project);
        await WriteAsync("faulty/Program.cs", Program);
        Throwing = await WithFaultAsync("throw");
        ThrowingLater = await WithFaultAsync("throw in apply");
        Refused = await WithFaultAsync("zone without a name");

        async Task ReplaceAsync(string path, string old, string now)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(workspace.Folder, path));
            if (!text.Contains(old, StringComparison.Ordinal)) throw new InvalidOperationException($"{path} has no '{old}'.");
            await WriteAsync(path, text.Replace(old, now, StringComparison.Ordinal));
        }

        async Task WriteAsync(string path, string text)
        {
            var file = Path.Combine(workspace.Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }

        async Task<PulumiRun> WithFaultAsync(string fault)
        {
            await workspace.SetAsync("fault", fault);
            return await workspace.UpAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pulumi" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using Pulumi;

        return await Deployment.RunAsync(() =>
        {
            switch (new Config().Require("fault"))
            {
                case "throw":
                    throw new InvalidOperationException("the program's own fault");
                case "throw in apply":
                    Output.Create(1).Apply(Fail);
                    break;
                case "zone without a name":
                    _ = new CustomResource("aws:route53/zone:Zone", "nameless", new NoArgs(), new CustomResourceOptions { Version = "7.48.0" });
                    break;
            }
        });

        static int Fail(int number) => throw new InvalidOperationException("the program's own fault");

        internal sealed class NoArgs : ResourceArgs;
        """;
}
