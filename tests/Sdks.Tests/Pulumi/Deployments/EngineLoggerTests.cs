using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Deployments;

public sealed class EngineLoggerTests
{
    [Fact]
    public async Task Every_Severity_Has_Its_Method()
    {
        var run = await Run.UpdateAsync(() =>
        {
            Log.Debug("d");
            Log.Info("i", streamId: 7, ephemeral: true);
            Log.Warn("w");
            Log.Error("e");
            Log.Exception(new InvalidOperationException("x"));
        });

        var logged = run.Engine.Logged.ToList();
        Assert.Equal(
            [LogSeverity.Debug, LogSeverity.Info, LogSeverity.Warning, LogSeverity.Error, LogSeverity.Error],
            logged.Select(request => request.Severity));
        Assert.Equal((7, true), (logged[1].StreamId, logged[1].Ephemeral));
        Assert.Equal((0, false, ""), (logged[2].StreamId, logged[2].Ephemeral, logged[2].Urn));
        Assert.Contains("System.InvalidOperationException: x", logged[4].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_Keep_Their_Order_Though_One_Waits_For_Its_Resource()
    {
        var run = new Run();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        run.Monitor.OnRegister = async request =>
        {
            await (request.Name == "a" ? gate.Task : Task.CompletedTask);
            return FakeMonitor.Echo(request);
        };
        var executing = run.ExecuteAsync(() =>
        {
            Log.Info("1", new Thing("a"));
            Log.Info("2");
            gate.SetResult();
        });

        Assert.Equal(["1", "2"], (await executing).Succeeded().Engine.Messages(LogSeverity.Info));
        Assert.EndsWith("::a", run.Engine.Logged.First().Urn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Message_About_A_Failed_Resource_Is_Told_Without_Its_Urn()
    {
        var run = await Run.UpdateAsync(() => Log.Warn("about a", new Thing("a", new() { Any = 1L })));

        Assert.Contains(run.Engine.Logged, request => request is { Message: "about a", Urn: "" });
        Assert.Equal(32, run.ExitCode);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_Logged_Error_Fails_The_Program_At_Its_End(bool isError, int exitCode)
    {
        var run = await Run.UpdateAsync(() =>
        {
            (isError ? (Action<string, Resource?, int?, bool?>)Log.Error : Log.Warn)("m", null, null, null);
            _ = new Thing("a");
        });

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(run.Monitor.Registered, request => request.Name == "a");
        Assert.Equal(1 - exitCode, run.Monitor.Signals);
    }

    [Fact]
    public async Task A_Log_That_Fails_Fails_The_Program_As_Unreported()
    {
        var run = new Run();
        run.Engine.OnLog = request => Task.FromException(new InvalidOperationException("no log"));
        await run.ExecuteAsync(() => Log.Info("m"));

        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public void Outside_Of_A_Deployment_There_Is_No_Log() => Assert.Throws<InvalidOperationException>(() => Log.Info("m"));
}
