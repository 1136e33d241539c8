using Dockerland.Cli;
using Dockerland.Tests.Support;

namespace Dockerland.Tests.Stack.Cli;

public sealed class ChildProcessTests
{
    [Fact]
    public async Task Every_Line_Of_Both_Streams_Arrives()
    {
        var lines = new List<string>();

        var code = await ChildProcess.RunAsync("bash", ["-c", "echo out; echo err >&2; exit 3"], "/", lines.Add, CancellationToken.None);

        Assert.Equal(3, code);
        Assert.Equal(["err", "out"], lines.Order());
    }

    [Fact]
    public async Task A_Missing_Program_Is_Named()
    {
        var error = await Assert.ThrowsAsync<CliException>(() => ChildProcess.RunAsync("no-such-program", [], "/", _ => { }, CancellationToken.None));

        Assert.Equal("'no-such-program' can't be started: No such file or directory. Install it or put it on PATH.", error.Message);
    }

    [Fact]
    public async Task A_Cancelled_Process_Leaves_No_Child_Behind()
    {
        using var folder = new TempFolder();
        var pid = folder.File("pid");
        using var cancellation = new CancellationTokenSource();

        var run = ChildProcess.RunAsync("bash", ["-c", $"sleep 300 & echo $! > {pid}.new; mv {pid}.new {pid}; wait"], "/", _ => { }, cancellation.Token);
        await Condition.WaitAsync("the child runs", TimeSpan.FromSeconds(30), () => Task.FromResult(File.Exists(pid)));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var child = (await File.ReadAllTextAsync(pid)).Trim();
        await Condition.WaitAsync("the child is gone", TimeSpan.FromSeconds(30), () => Task.FromResult(!IsRunning(child)));
    }

    // A killed process stays listed as a zombie until whoever adopted it looks.
    private static bool IsRunning(string pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
