using System.Text.Json;
using System.Xml.Linq;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Sdks.Bindings;

/// <summary>Which references a project has once the build has evaluated them, without restoring anything.</summary>
public sealed class OfficialPackagesTests
{
    private const string Infra = "infra/Infra.csproj";
    private const string Every = "tests/Sdks.Tests/Sdks.Tests.csproj";

    [Theory]
    [InlineData(Infra)]
    [InlineData(Every)]
    public async Task Stand_Ins_Take_The_Packages_Places(string project)
    {
        var references = await EvaluateAsync(project, null);

        Assert.Empty(references.Packages);
        Assert.Equal(NamedIn(project), references.StandIns);
    }

    [Theory]
    [InlineData(Infra)]
    [InlineData(Every)]
    public async Task The_Property_Leaves_The_Official_Packages(string project) =>
        AssertOfficial(project, await EvaluateAsync(project, null, "-p:OfficialPackages=true"));

    [Theory]
    [InlineData(Infra)]
    [InlineData(Every)]
    public async Task The_Environment_Variable_Leaves_The_Official_Packages(string project) =>
        AssertOfficial(project, await EvaluateAsync(project, "true"));

    [Fact]
    public void One_Project_Names_Every_Stand_In() =>
        Assert.Equal(
            Directory.GetDirectories(Path.Combine(Repository.Root, "sdks")).Select(folder => Path.GetFileName(folder)!).Where(IsStandIn).Order(StringComparer.Ordinal),
            NamedIn(Every));

    private static void AssertOfficial(string project, (string[] Packages, string[] StandIns) references)
    {
        Assert.Equal(NamedIn(project), references.Packages);
        Assert.Empty(references.StandIns);
    }

    /// <summary>The packages that the project file itself asks for and that have a stand-in.</summary>
    private static string[] NamedIn(string project) =>
        [.. XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("PackageReference")
            .Select(reference => (string)reference.Attribute("Include")!).Where(IsStandIn).Order(StringComparer.Ordinal)];

    private static bool IsStandIn(string id) => File.Exists(Path.Combine(Repository.Root, "sdks", id, $"{id}.csproj"));

    private static async Task<(string[] Packages, string[] StandIns)> EvaluateAsync(string project, string? environment, params string[] options)
    {
        var dotnet = new Tool("dotnet")
        {
            Folder = Repository.Root,
            Environment = new Dictionary<string, string?> { ["OfficialPackages"] = environment },
        };
        var result = await dotnet.SucceedAsync(
            ["msbuild", project, "-getItem:PackageReference,ProjectReference", "-nodeReuse:false", .. options]);
        using var json = JsonDocument.Parse(result.Output);
        var items = json.RootElement.GetProperty("Items");
        return (
            [.. Values(items, "PackageReference", "Identity").Where(IsStandIn)],
            [.. Values(items, "ProjectReference", "Filename").Where(IsStandIn)]);
    }

    private static string[] Values(JsonElement items, string item, string metadata) =>
        [.. items.GetProperty(item).EnumerateArray().Select(element => element.GetProperty(metadata).GetString()!).Order(StringComparer.Ordinal)];
}
