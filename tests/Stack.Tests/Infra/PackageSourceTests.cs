using Dockerland.Infra;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Infra;

public sealed class PackageSourceTests : IDisposable
{
    private readonly TempFolder _repository = new();

    public PackageSourceTests()
    {
        Write("lambdas/DnsUpdater/Program.cs", "return 0;");
        Write("lambdas/DnsUpdater/DnsUpdater.csproj", """<Project><ItemGroup><ProjectReference Include="../../lib/Contracts/Contracts.csproj" /><PackageReference Include="Cloud.Client" /><PackageReference Include="Official" /></ItemGroup></Project>""");
        Write("lib/Contracts/Contracts.csproj", "<Project/>");
        Write("lib/Contracts/Names.cs", "one");
        Write("sdks/Cloud.Client/Cloud.Client.csproj", """<Project><ItemGroup><PackageReference Include="Cloud.Core" /></ItemGroup></Project>""");
        Write("sdks/Cloud.Core/Core.cs", "one");
        Write("Publish.props", "<Project/>");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void The_Same_Sources_Have_The_Same_Archive() => Assert.Equal(Read().Archive, Read().Archive);

    [Theory]
    [InlineData("lambdas/DnsUpdater/Program.cs")]
    [InlineData("lambdas/DnsUpdater/More.cs")]
    [InlineData("lib/Contracts/Names.cs")]
    [InlineData("sdks/Cloud.Client/Client.cs")]
    [InlineData("sdks/Cloud.Core/Core.cs")]
    [InlineData("Publish.props")]
    [InlineData("Directory.Packages.props")]
    public void Whatever_It_Is_Built_From_Changes_The_Archive(string file)
    {
        var before = Read().Archive;
        Write(file, "changed");

        Assert.NotEqual(before, Read().Archive);
    }

    [Fact]
    public void What_Others_Are_Built_From_Changes_Nothing()
    {
        var before = Read().Archive;
        Write("infra/Program.cs", "changed");
        Write("lib/Other/Other.cs", "changed");
        Write("sdks/Other/Other.cs", "changed");

        Assert.Equal(before, Read().Archive);
    }

    [Fact]
    public void Each_Architecture_Has_Its_Own() =>
        Assert.NotEqual(Read().Archive, PackageSource.ReadUpdater(_repository.Path, "arm64").Archive);

    [Fact]
    public void An_Agent_Is_A_Program_Of_Its_Image()
    {
        Write("images/demo/Dockerfile", "FROM scratch");
        Write("images/demo/agent/Demo.csproj", "<Project/>");

        var agent = PackageSource.Read(_repository.Path, "demo-agent", "arm64");

        Assert.Equal(("images/demo/agent", $"artifacts/packages/demo-agent/{agent.Hash}/agent"), (agent.Project, agent.Archive));
        Assert.Equal(["dns-updater", "demo-agent"], PackageSource.Names(_repository.Path));
    }

    [Fact]
    public void An_Unknown_Package_Is_Refused_With_Those_That_There_Are() =>
        Assert.Equal("There is no package 'demo-agent'. There are: dns-updater.", Assert.Throws<Pulumi.RunException>(() => PackageSource.Read(_repository.Path, "demo-agent", "amd64")).Message);

    private PackageSource Read() => PackageSource.ReadUpdater(_repository.Path, "amd64");

    private void Write(string file, string text)
    {
        var path = Path.Combine(_repository.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
