using System.Runtime.InteropServices;
using Dockerland.Cli.Publishing;

namespace Dockerland.Tests.Stack.Cli.Publishing;

public sealed class PublishWayTests
{
    [Fact]
    public void Where_There_Is_A_Linker_It_Is_Native_With_The_Newest_Pack_That_There_Is() =>
        Assert.Equal(["native net10.0 gcc", "native net9.0 gcc"], Ways(Architecture.X64, OSPlatform.Linux, "gcc"));

    [Fact]
    public void Without_A_Linker_It_Is_A_Single_File() =>
        Assert.Equal(["ready-to-run net10.0 "], Ways(Architecture.X64, OSPlatform.Linux, null));

    [Fact]
    public void For_Another_Architecture_It_Is_A_Single_File() =>
        Assert.Equal(["ready-to-run net10.0 "], Ways(Architecture.Arm64, OSPlatform.Linux, "gcc"));

    [Fact]
    public void On_Another_System_It_Is_A_Single_File() =>
        Assert.Equal(["ready-to-run net10.0 "], Ways(Architecture.X64, OSPlatform.OSX, "clang"));

    private static IEnumerable<string> Ways(Architecture target, OSPlatform system, string? linker) =>
        PublishWay.For(target, system, Architecture.X64, linker).Select(way => $"{way.Name} {way.Framework} {way.Linker}");
}
