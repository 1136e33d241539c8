using System.Text.RegularExpressions;
using Dockerland.Tests.Support.Processes;
using static Dockerland.Tests.Support.Repository;

namespace Dockerland.Tests.Stack.Repository;

/// <summary>House rules that no compiler checks.</summary>
public sealed partial class TextFilesTests
{
    private const int MostLines = 250;
    private static readonly string[] OfficialHosts = ["api.nuget.org", "www.nuget.org", "registry.npmjs.org"];

    [Fact]
    public async Task Every_Text_File_Has_Unix_Line_Ends() =>
        await AssertNoneAsync(text => text.Contains('\r', StringComparison.Ordinal), "contains a carriage return; user-data would differ by checkout");

    [Fact]
    public async Task No_Text_File_Starts_With_A_Byte_Order_Mark() =>
        await AssertNoneAsync(text => text.StartsWith('\uFEFF'), "starts with a byte order mark", file => !file.EndsWith(".sln", StringComparison.Ordinal));

    [Fact]
    public async Task No_File_Names_A_Path_Of_This_Machine() =>
        await AssertNoneAsync(text => text.Contains(Root + "/", StringComparison.Ordinal), $"names '{Root}', which exists on this machine only");

    [Fact]
    public async Task No_File_Names_A_Mirror_Of_A_Package_Registry()
    {
        var mirrors = (await RegistriesAsync()).Select(address => new Uri(address).Host).Except(OfficialHosts).ToArray();

        await AssertNoneAsync(text => mirrors.Any(host => text.Contains(host, StringComparison.OrdinalIgnoreCase)), "names a mirror of a package registry");
    }

    [Fact]
    public async Task Only_The_Script_Of_Ci_Looks_Outside_The_Repository()
    {
        var outside = string.Join('/', "..", "shared");

        await AssertNoneAsync(text => text.Contains(outside, StringComparison.Ordinal), "reaches outside the repository", file => file != ".ci/run");
    }

    [Fact]
    public async Task A_Source_File_Is_Short_Enough_To_Read() =>
        await AssertNoneAsync(
            text => text.AsSpan().Count('\n') > MostLines,
            $"has more than {MostLines} lines: split it",
            file => file.EndsWith(".cs", StringComparison.Ordinal) && !TrackedFiles.IsGenerated(file));

    private static async Task AssertNoneAsync(Func<string, bool> isWrong, string complaint, Func<string, bool>? concerns = null)
    {
        var files = (await TrackedFiles.ListTextAsync()).Where(concerns ?? (_ => true));
        var wrong = files.Where(file => isWrong(TrackedFiles.Read(file))).Select(file => $"{file} {complaint}.").ToList();
        Assert.True(wrong is [], string.Join('\n', wrong));
    }

    private static async Task<IEnumerable<string>> RegistriesAsync()
    {
        var nuget = await new Tool("dotnet") { Folder = Root }.SucceedAsync("nuget", "list", "source", "--format", "short");
        var addresses = Address().Matches(nuget.Output).Select(match => match.Value);
        if (Tool.Find("npm") is not null)
            addresses = addresses.Append((await new Tool("npm").SucceedAsync("config", "get", "registry")).Output.Trim());
        return addresses;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
