using System.Runtime.Versioning;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.Agents;

public sealed class WholeFileTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_File_That_Is_Not_There_Is_No_Text() => Assert.Null(WholeFile.Read(_temp.File("none")));

    [Fact]
    public void A_New_File_Is_Made_With_Its_Folder()
    {
        if (OperatingSystem.IsWindows()) return;

        WholeFile.Write(_temp.File("a/b/c"), "text");

        Assert.Equal("text", WholeFile.Read(_temp.File("a/b/c")));
    }

    [Fact]
    public void Whoever_Reads_The_Old_File_Reads_It_To_Its_End()
    {
        if (OperatingSystem.IsWindows()) return;
        WholeFile.Write(_temp.File("file"), "the old text");
        using var reader = new StreamReader(_temp.File("file"));

        WholeFile.Write(_temp.File("file"), "new");

        Assert.Equal(("the old text", "new"), (reader.ReadToEnd(), WholeFile.Read(_temp.File("file"))));
    }

    [Fact]
    public void The_Mode_Stays()
    {
        if (OperatingSystem.IsWindows()) return;
        WholeFile.Write(_temp.File("file"), "old");
        File.SetUnixFileMode(_temp.File("file"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        WholeFile.Write(_temp.File("file"), "new");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_temp.File("file")));
    }

    [Fact]
    public void A_New_File_Is_For_Everybody_To_Read()
    {
        if (OperatingSystem.IsWindows()) return;

        WholeFile.Write(_temp.File("file"), "text");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead, File.GetUnixFileMode(_temp.File("file")));
    }

    [Fact]
    public void A_Mode_Can_Be_Given_And_None_Is_Left_From_Before()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(_temp.File($"file.{Environment.ProcessId}.new"), "left behind");

        WholeFile.Write(_temp.File("file"), "text", UnixFileMode.UserRead);

        Assert.Equal(("text", UnixFileMode.UserRead), (WholeFile.Read(_temp.File("file")), File.GetUnixFileMode(_temp.File("file"))));
    }

    [Fact]
    public void The_Same_Text_Is_Not_Written()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.True(WholeFile.Write(_temp.File("file"), ""));
        var before = File.GetLastWriteTimeUtc(_temp.File("file"));

        Assert.False(WholeFile.Write(_temp.File("file"), ""));

        Assert.Equal(before, File.GetLastWriteTimeUtc(_temp.File("file")));
    }

    [Fact]
    public void What_Fails_Leaves_Nothing_Behind()
    {
        if (OperatingSystem.IsWindows()) return;
        Directory.CreateDirectory(_temp.File("file"));

        var error = Assert.Throws<AgentException>(WriteOverFolder);

        Assert.StartsWith($"{_temp.File("file")} can't be written: ", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_temp.Path));
    }

    [UnsupportedOSPlatform("windows")]
    private void WriteOverFolder() => WholeFile.Write(_temp.File("file"), "text");
}
