using System.Text.Json.Nodes;
using Dockerland.Tests.Support.Engine;
using Google.Protobuf;
using Pulumi;
using Pulumi.Grpc;
using Pulumi.Rpc;
using Pulumi.Utilities;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>Runs a program in this process as 'pulumi' would start it, against a <see cref="WireEngine"/> of its own.</summary>
internal static class WireProgram
{
    public static Task<WireEngine> RunAsync(Action program, Action<WireEngine>? prepare = null, int expectedExitCode = 0) =>
        RunAsync(Wrap(program), isDryRun: false, prepare, expectedExitCode);

    public static Task<WireEngine> RunAsync(Func<Task> program, Action<WireEngine>? prepare = null, int expectedExitCode = 0) =>
        RunAsync(Wrap(program), isDryRun: false, prepare, expectedExitCode);

    public static Task<WireEngine> RunAsync(Func<IDictionary<string, object?>> program, Action<WireEngine>? prepare = null, int expectedExitCode = 0) =>
        RunAsync(() => Task.FromResult(program()), isDryRun: false, prepare, expectedExitCode);

    public static Task<WireEngine> PreviewAsync(Action program, Action<WireEngine>? prepare = null) =>
        RunAsync(Wrap(program), isDryRun: true, prepare, expectedExitCode: 0);

    public static Task<WireEngine> PreviewAsync(Func<Task> program, Action<WireEngine>? prepare = null) =>
        RunAsync(Wrap(program), isDryRun: true, prepare, expectedExitCode: 0);

    /// <summary>What the program told the user as errors.</summary>
    public static IReadOnlyList<LogRequest> Errors(this WireEngine engine) =>
        [.. engine.Requests<LogRequest>().Where(log => log.Severity == LogSeverity.Error)];

    /// <summary>The only request of this kind, or the first: the stack's registration comes before all others.</summary>
    public static JsonNode Json<T>(this WireEngine engine) where T : IMessage => engine.Calls.First(call => call.Request is T).Json;

    public static JsonNode RegistrationJson(this WireEngine engine, string name) =>
        engine.Calls.Single(call => call.Request is RegisterResourceRequest request && request.Name == name).Json;

    public static Task<T> ValueAsync<T>(this Output<T> output) => OutputUtilities.GetValueAsync(output);

    private static async Task<WireEngine> RunAsync(
        Func<Task<IDictionary<string, object?>>> program, bool isDryRun, Action<WireEngine>? prepare, int expectedExitCode)
    {
        await using var engine = await WireEngine.StartAsync(new EngineAnswers { IsDryRun = isDryRun });
        prepare?.Invoke(engine);
        var exitCode = await StartAsync(engine, program).WaitAsync(TimeSpan.FromSeconds(60));
        if (exitCode != expectedExitCode)
            Assert.Fail($"The program exited with {exitCode}, not {expectedExitCode}. It logged: {string.Join('\n', engine.Errors().Select(log => log.Message))}");
        return engine;
    }

    // A method of its own, so that the deployment it sets doesn't flow into the test.
    private static async Task<int> StartAsync(WireEngine engine, Func<Task<IDictionary<string, object?>>> program)
    {
        var settings = new DeploymentSettings { Project = engine.Answers.Project, Stack = engine.Answers.Stack, IsDryRun = engine.Answers.IsDryRun };
        return await Deployment.RunAsync(settings, new GrpcMonitor(engine.MonitorAddress), new GrpcEngine(engine.EngineAddress), () => new Stack(program, null));
    }

    private static Func<Task<IDictionary<string, object?>>> Wrap(Action program) => () =>
    {
        program();
        return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
    };

    private static Func<Task<IDictionary<string, object?>>> Wrap(Func<Task> program) => async () =>
    {
        await program();
        return new Dictionary<string, object?>();
    };
}
