using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.UserData;

/// <summary>Every script of every host, as shells and their linter see it.</summary>
public sealed class ScriptTests
{
    public static TheoryData<string> Names => KeptUserData.WithSystemd;

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Shells_Can_Read_It(string name)
    {
        Prerequisite.Programs("sh", "bash");
        using var folder = new TempFolder();

        foreach (var script in Scripts(name, folder))
        {
            await new Tool("sh").SucceedAsync("-n", script);
            await new Tool("bash").SucceedAsync("-n", script);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Shellcheck_Finds_Nothing(string name)
    {
        Prerequisite.Programs("shellcheck");
        using var folder = new TempFolder();
        // SC1003 and SC2016 are about hostile texts, which are meant to stay as they are; the rest about functions that not every host needs.
        await new Tool("shellcheck").SucceedAsync(["--exclude=SC1003,SC2016,SC2317,SC2329", .. Scripts(name, folder)]);
    }

    private static string[] Scripts(string name, TempFolder folder)
    {
        KeptUserData.Write(name, folder);
        var scripts = KeptUserData.Files(name).Where(file => file.Value.StartsWith("#!", StringComparison.Ordinal)).Select(file => folder.File(file.Key.TrimStart('/'))).ToArray();
        Assert.NotEmpty(scripts);
        return scripts;
    }
}
