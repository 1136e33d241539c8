using Dockerland.Sdks.Generate;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Bindings;

public sealed class RegenerateTests
{
    [SkippableFact]
    public async Task Regenerating_From_The_Checked_In_Schemas_Changes_Nothing()
    {
        Prerequisite.Programs("pulumi", "pulumi-language-dotnet");

        var (code, text) = await CheckAsync(Path.Combine(Repository.Root, "sdks"));

        Assert.True(code == 0, text);
        Assert.Contains("aws: ", text, StringComparison.Ordinal);
        Assert.Contains("command: ", text, StringComparison.Ordinal);
        Assert.Contains("docker: ", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Patched_And_A_Removed_File_Fail_The_Check_By_Name()
    {
        Prerequisite.Programs("pulumi", "pulumi-language-dotnet");
        using var temp = new TempFolder();
        await Repository.CopyToAsync(temp.Path);
        await File.AppendAllTextAsync(temp.File("sdks/Pulumi.Docker/Generated/Image.cs"), "// patched\n");
        File.Delete(temp.File("sdks/Pulumi.Command/Generated/Local/Run.cs"));

        var (code, text) = await CheckAsync(temp.File("sdks"));

        Assert.Equal(1, code);
        Assert.Contains("sdks/Pulumi.Docker/Generated/Image.cs differs\n", text, StringComparison.Ordinal);
        Assert.Contains("sdks/Pulumi.Command/Generated/Local/Run.cs is missing\n", text, StringComparison.Ordinal);
        Assert.Contains("\n2 files differ", text, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Text)> CheckAsync(string sdks)
    {
        using var text = new StringWriter();
        var code = await CommandLine.RunAsync(["--check", "--sdks", sdks], text, text);
        return (code, text.ToString());
    }
}
