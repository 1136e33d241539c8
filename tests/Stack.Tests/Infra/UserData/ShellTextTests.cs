using System.Diagnostics;
using Dockerland.Infra.UserData;

namespace Dockerland.Tests.Infra.UserData;

public sealed class ShellTextTests
{
    [Fact]
    public async Task A_Shell_Takes_Each_Text_As_One_Word_And_Runs_None_Of_It()
    {
        var script = "printf '%s\\0' " + string.Join(' ', HostileText.AnyText.Select(ShellText.Quote));

        Assert.Equal(HostileText.AnyText, (await RunAsync(script)).TrimEnd('\0').Split('\0'));
    }

    private static async Task<string> RunAsync(string script)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", script]) { RedirectStandardOutput = true })!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }
}
