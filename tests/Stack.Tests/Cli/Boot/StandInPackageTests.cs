using Dockerland.Cli.Boot;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.Stack.Cli.Boot;

public sealed class StandInPackageTests
{
    [SkippableFact]
    public async Task Dpkg_Can_Read_It()
    {
        Skip.If(Tool.Find("dpkg-deb") is null, "Not on PATH: dpkg-deb.");
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder.File("agent.deb"), StandInPackage.Make("some-agent"));

        await new Tool("dpkg-deb").SucceedAsync("--extract", folder.File("agent.deb"), folder.Path);

        Assert.Equal("some-agent", (await new Tool("dpkg-deb").SucceedAsync("--field", folder.File("agent.deb"), "Package")).Output.Trim());
        Assert.Contains("ExecStart=/bin/sleep infinity", await File.ReadAllTextAsync(folder.File("lib/systemd/system/some-agent.service")), StringComparison.Ordinal);
    }
}
