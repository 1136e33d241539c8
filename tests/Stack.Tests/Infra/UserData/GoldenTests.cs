using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

/// <summary>What is rendered for each host of <see cref="HostCases"/>. After a change that is meant: <c>DOCKERLAND_UPDATE_GOLDEN=true dotnet test --filter GoldenTests</c>.</summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Support.Repository.Root, "tests/Stack.Tests/Infra/UserData/golden");

    public static TheoryData<string> Cases => [.. HostCases.All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_Host_Is_Rendered_As_Kept(string name)
    {
        var file = Path.Combine(Folder, name, "user-data.yaml");
        var rendered = HostUserData.Render(HostCases.All[name]());
        if (Environment.GetEnvironmentVariable("DOCKERLAND_UPDATE_GOLDEN") is "true")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, rendered);
        }

        Assert.Equal(File.Exists(file) ? File.ReadAllText(file) : "", rendered);
    }

    [Fact]
    public void Every_Kept_File_Has_Its_Case() =>
        Assert.Equal(HostCases.All.Keys, Directory.EnumerateDirectories(Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_Host_Fits_Without_Gzip(string name) =>
        Assert.StartsWith("#cloud-config\n", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(HostUserData.Encode(HostUserData.Render(HostCases.All[name]()), name))), StringComparison.Ordinal);
}
