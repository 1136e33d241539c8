using Dockerland.Tests.Support;

namespace Dockerland.Tests.Images.Agents;

public sealed class CommandTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task What_A_Program_Writes_And_How_It_Ends_Is_Told()
    {
        var result = await Command.RunAsync(Patience, "sh", ["-c", "cat; echo wrong >&2; exit 3"], "in\n", CancellationToken.None);

        Assert.Equal(new(3, "in\n", "wrong"), result);
    }

    [Fact]
    public async Task A_Program_May_Leave_Its_Input_Alone()
    {
        var result = await Command.RunAsync(Patience, "true", [], new string('x', 1_000_000), CancellationToken.None);

        Assert.Equal(new(0, "", ""), result);
    }

    [Fact]
    public async Task Without_An_Input_It_Ends_At_Once()
    {
        var result = await Command.RunAsync(Patience, "cat", [], CancellationToken.None);

        Assert.Equal(new(0, "", ""), result);
    }

    [Fact]
    public async Task A_Program_That_Is_Not_There_Is_Named()
    {
        var error = await Assert.ThrowsAsync<AgentException>(() => Command.RunAsync(Patience, "no-such-program", [], CancellationToken.None));

        Assert.StartsWith("'no-such-program' can't be started: ", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Software, error.ExitCode);
    }

    [Fact]
    public async Task One_That_Takes_Too_Long_Is_Ended()
    {
        var error = await Assert.ThrowsAsync<AgentException>(() => Command.RunAsync(TimeSpan.FromSeconds(0.2), "sleep", ["300"], CancellationToken.None));

        Assert.Equal("'sleep 300' took longer than 0.2 s.", error.Message);
    }

    [Fact]
    public async Task What_It_Started_Is_Ended_With_It()
    {
        using var temp = new TempFolder();
        var pid = temp.File("pid");

        await Assert.ThrowsAsync<AgentException>(() => Command.RunAsync(TimeSpan.FromSeconds(2), "sh", ["-c", "sleep 300 & echo $! >\"$0\"; wait", pid], CancellationToken.None));

        // One that nobody waited for yet is a zombie, with no command line.
        var command = $"/proc/{(await File.ReadAllTextAsync(pid)).Trim()}/cmdline";
        await Condition.WaitAsync("it is gone", Patience, () => Task.FromResult(!File.Exists(command) || File.ReadAllText(command) is ""));
    }

    [Fact]
    public async Task Whoever_Stops_The_Agent_Hears_Of_No_Deadline()
    {
        using var stop = new CancellationTokenSource();
        var run = Command.RunAsync(Patience, "sleep", ["300"], stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
    }
}
