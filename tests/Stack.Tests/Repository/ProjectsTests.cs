using System.Xml.Linq;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Repository;

public sealed class ProjectsTests
{
    // A project may refer to those of a lower number; sdks/generate is a tool, and only its tests refer to it.
    private static readonly Dictionary<string, int> Layers = new()
    {
        ["sdks"] = 0,
        ["lib"] = 1,
        ["infra"] = 2,
        ["lambdas"] = 2,
        ["images"] = 2,
        ["local"] = 3,
        ["cli"] = 4,
        ["tests"] = 5,
    };

    // The one library that the others of lib/ share.
    private const string Contracts = "lib/Contracts/Contracts.csproj";

    [Fact]
    public async Task Every_Project_Is_In_The_Solution()
    {
        var solution = TrackedFiles.Read("Stack.sln").Replace('\\', '/');

        Assert.All(await ProjectsAsync(), project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public async Task References_Point_One_Way()
    {
        foreach (var project in await ProjectsAsync())
            Assert.All(ReferencesOf(project), reference => Assert.True(MayRefer(project, reference), $"{project} may not refer to {reference}."));
    }

    [Fact]
    public async Task Packages_Have_Their_Versions_In_One_Place()
    {
        foreach (var project in await ProjectsAsync())
            Assert.DoesNotContain(Elements(project, "PackageReference"), reference => reference.Attribute("Version") is not null);
    }

    [Theory]
    [InlineData("infra/Infra.csproj", "lib/Contracts/Contracts.csproj", true)]
    [InlineData("lib/Contracts/Contracts.csproj", "infra/Infra.csproj", false)]
    [InlineData("lib/Dns/Dns.csproj", "lib/Contracts/Contracts.csproj", true)]
    [InlineData("lib/Contracts/Contracts.csproj", "lib/Dns/Dns.csproj", false)]
    [InlineData("infra/Infra.csproj", "cli/Cli.csproj", false)]
    [InlineData("lambdas/A/A.csproj", "images/b/agent/B.csproj", false)]
    [InlineData("tests/Stack.Tests/Stack.Tests.csproj", "tests/Support/Support.csproj", true)]
    public void The_Rule_Knows_Its_Directions(string from, string to, bool allowed) => Assert.Equal(allowed, MayRefer(from, to));

    private static bool MayRefer(string from, string to)
    {
        var (source, target) = (LayerOf(from), LayerOf(to));
        return target < source || (target == source && (source == Layers["tests"] || source == Layers["sdks"])) || (source == Layers["lib"] && to == Contracts);
    }

    private static int LayerOf(string project) =>
        Layers.TryGetValue(project.Split('/')[0], out var layer) ? layer : throw new InvalidOperationException($"{project} lies in a folder that has no layer.");

    private static IEnumerable<string> ReferencesOf(string project) =>
        Elements(project, "ProjectReference")
            .Select(reference => (string)reference.Attribute("Include")!)
            .Select(path => Path.GetRelativePath(Root, Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(project)!, path))).Replace('\\', '/'));

    private static IEnumerable<XElement> Elements(string project, string name) => XDocument.Parse(TrackedFiles.Read(project)).Descendants(name);

    private static async Task<IEnumerable<string>> ProjectsAsync() =>
        (await TrackedFiles.ListAsync()).Where(file => file.EndsWith(".csproj", StringComparison.Ordinal));
}
