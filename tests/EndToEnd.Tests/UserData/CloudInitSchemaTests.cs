using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.UserData;

/// <summary>cloud-init's own opinion of what is rendered.</summary>
public sealed class CloudInitSchemaTests
{
    public static TheoryData<string> Names => KeptUserData.WithSystemd;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task It_Is_Valid(string name)
    {
        var result = await SchemaAsync(KeptUserData.Read(name));

        Assert.True(result.ExitCode is 0, result.Text);
        Assert.Contains("Valid cloud-config", result.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_Wrong_Key_Would_Be_Found()
    {
        var result = await SchemaAsync(KeptUserData.Read("debian").Replace("permissions: \"0600\"", "permission: \"0600\"", StringComparison.Ordinal));

        Assert.NotEqual(0, result.ExitCode);
    }

    private static async Task<ToolResult> SchemaAsync(string text)
    {
        Prerequisite.Programs("cloud-init");
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("user-data"), text);
        return await new Tool("cloud-init").RunAsync("schema", "--config-file", folder.File("user-data"));
    }
}
