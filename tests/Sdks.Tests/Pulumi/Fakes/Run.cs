using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Fakes;

/// <summary>One run of a program against fakes of the engine.</summary>
internal sealed class Run
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public FakeMonitor Monitor { get; } = new();

    public FakeEngine Engine { get; } = new();

    public DeploymentSettings Settings { get; init; } = new() { Project = "project", Stack = "stack", IsDryRun = false };

    public int ExitCode { get; private set; }

    public IReadOnlyList<string> Errors => Engine.Messages(LogSeverity.Error);

    public IReadOnlyList<string> Warnings => Engine.Messages(LogSeverity.Warning);

    public static Task<Run> UpdateAsync(Action program) => new Run().ExecuteAsync(program);

    public static Task<Run> UpdateAsync(Func<Task> program) => new Run().ExecuteAsync(program);

    public static Task<Run> PreviewAsync(Action program) => Preview().ExecuteAsync(program);

    public static Task<Run> PreviewAsync(Func<Task> program) => Preview().ExecuteAsync(program);

    public static Run Preview() => new() { Settings = new() { Project = "project", Stack = "stack", IsDryRun = true } };

    public static Run WithConfig(params (string Key, string Value)[] config) => new()
    {
        Settings = new()
        {
            Project = "project",
            Stack = "stack",
            IsDryRun = true,
            Config = config.ToDictionary(entry => entry.Key, entry => entry.Value),
        },
    };

    public Task<Run> ExecuteAsync(Action program) => ExecuteAsync(() => new Stack(Programs.Of(program), null));

    public Task<Run> ExecuteAsync(Func<Task> program) => ExecuteAsync(() => new Stack(Programs.Of(program), null));

    public Task<Run> ExecuteAsync(Func<IDictionary<string, object?>> program) =>
        ExecuteAsync(() => new Stack(Programs.Of(program), null));

    // Async, so that the deployment stays out of the test's own flow of control.
    public async Task<Run> ExecuteAsync(Func<Stack> createStack)
    {
        ExitCode = await Deployment.RunAsync(Settings, Monitor, Engine, createStack).WaitAsync(Deadline);
        return this;
    }

    /// <summary>Fails the test when the program failed.</summary>
    public Run Succeeded()
    {
        Assert.True(Errors.Count == 0, string.Join("\n", Errors));
        Assert.Equal(0, ExitCode);
        return this;
    }
}
