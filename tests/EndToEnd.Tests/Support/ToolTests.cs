using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Support;

public sealed class ToolTests
{
    [Fact]
    public async Task Output_Error_And_Exit_Code_Are_Kept_Apart()
    {
        var result = await new Tool("sh").RunAsync("-c", "echo out; echo err >&2; exit 3");

        Assert.Equal(new ToolResult("sh -c echo out; echo err >&2; exit 3", 3, "out\n", "err\n"), result);
    }

    [Fact]
    public async Task A_Failure_Shows_The_Command_And_What_It_Printed()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => new Tool("sh").SucceedAsync("-c", "echo no luck >&2; exit 7"));

        Assert.Equal("'sh -c echo no luck >&2; exit 7' exited with 7:\nno luck\n", exception.Message);
    }

    [Fact]
    public async Task A_Program_And_Its_Children_Are_Killed_At_The_Deadline()
    {
        using var temp = new TempFolder();
        var pid = temp.File("child");
        var tool = new Tool("sh") { Deadline = TimeSpan.FromSeconds(1) };

        var exception = await Assert.ThrowsAsync<TimeoutException>(() => tool.RunAsync("-c", $"sleep 600 & echo $! > {pid}; echo begun; wait"));

        Assert.Contains("begun", exception.Message, StringComparison.Ordinal);
        var child = $"/proc/{(await File.ReadAllTextAsync(pid)).Trim()}";
        await Condition.WaitAsync("the child is gone", TimeSpan.FromSeconds(5), () => Task.FromResult(IsGone(child)));
    }

    [Fact]
    public async Task Input_Folder_And_Environment_Reach_The_Program()
    {
        using var temp = new TempFolder();
        var tool = new Tool("sh") { Folder = temp.Path, Input = "typed", Environment = new Dictionary<string, string?> { ["GIVEN"] = "set", ["HOME"] = null } };

        var result = await tool.SucceedAsync("-c", "pwd; cat; echo \" $GIVEN ${HOME-none}\"");

        Assert.Equal($"{temp.Path}\ntyped set none\n", result.Output);
    }

    [Fact]
    public async Task A_Daemon_That_Ends_At_Once_Says_What_It_Printed()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Daemon.StartAsync(new Tool("sh"), () => Task.FromResult(false), "-c", "echo port taken; exit 4"));

        Assert.Equal("sh exited with 4. It had printed:\nport taken\n", exception.Message);
    }

    // A killed child whose parent died too waits as a zombie for init, where nobody may collect it.
    private static bool IsGone(string process)
    {
        try
        {
            return File.ReadAllText($"{process}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or IOException)
        {
            return true;
        }
    }
}
