using System.Text.Json;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Sdks.Bindings;

/// <summary>Which references the program has once the build has evaluated them, without restoring anything.</summary>
public sealed class OfficialPackagesTests
{
    private static readonly string[] Official = ["Pulumi", "Pulumi.Aws", "Pulumi.Command", "Pulumi.Docker"];

    [Fact]
    public async Task Stand_Ins_Take_The_Packages_Places()
    {
        var references = await EvaluateAsync(null);

        Assert.Empty(references.Packages.Intersect(Official));
        Assert.Equal(Official, references.StandIns);
    }

    [Fact]
    public async Task The_Property_Leaves_The_Official_Packages() =>
        AssertOfficial(await EvaluateAsync(null, "-p:OfficialPackages=true"));

    [Fact]
    public async Task The_Environment_Variable_Leaves_The_Official_Packages() => AssertOfficial(await EvaluateAsync("true"));

    private static void AssertOfficial((string[] Packages, string[] StandIns) references)
    {
        Assert.Equal(Official, references.Packages.Intersect(Official));
        Assert.Empty(references.StandIns);
    }

    private static async Task<(string[] Packages, string[] StandIns)> EvaluateAsync(string? environment, params string[] options)
    {
        var dotnet = new Tool("dotnet")
        {
            Folder = Repository.Root,
            Environment = new Dictionary<string, string?> { ["OfficialPackages"] = environment },
        };
        var result = await dotnet.SucceedAsync(
            ["msbuild", Path.Combine("infra", "Infra.csproj"), "-getItem:PackageReference,ProjectReference", "-nodeReuse:false", .. options]);
        using var json = JsonDocument.Parse(result.Output);
        var items = json.RootElement.GetProperty("Items");
        var sdks = Path.Combine(Repository.Root, "sdks") + Path.DirectorySeparatorChar;
        return (
            Values(items, "PackageReference", "Identity"),
            [.. Values(items, "ProjectReference", "FullPath").Where(path => path.StartsWith(sdks, StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!]);
    }

    private static string[] Values(JsonElement items, string item, string metadata) =>
        [.. items.GetProperty(item).EnumerateArray().Select(element => element.GetProperty(metadata).GetString()!).Order(StringComparer.Ordinal)];
}
