using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.Files;

/// <summary>Docker builds each image of a folder of its own, so what images share is in each of them.</summary>
public sealed class SharedFilesTests
{
    [Theory]
    [InlineData("init")]
    [InlineData("etc/serf/agent.json")]
    [InlineData("etc/services.d/serf/run")]
    [InlineData("etc/services.d/serf/timeout-kill")]
    [InlineData("etc/services.d/rejoin/run")]
    public void What_Images_Share_Is_The_Same_In_Both(string file) =>
        Assert.Equal(File.ReadAllText(PathOf("webapp", file)), File.ReadAllText(PathOf("haproxy", file)));

    [Theory]
    [InlineData("haproxy")]
    [InlineData("webapp")]
    public void What_Is_Started_Can_Be(string image)
    {
        if (OperatingSystem.IsWindows()) return;
        var started = Directory.EnumerateFiles(PathOf(image, "etc/services.d"), "run", SearchOption.AllDirectories).Append(PathOf(image, "init"));

        foreach (var file in started) Assert.True(File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute), $"{file} can't be run.");
    }

    private static string PathOf(string image, string file) => Path.Combine(Repository.Root, "images", image, "rootfs", file);
}
