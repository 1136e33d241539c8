using System.Collections.Immutable;
using Dockerland.Tests.Support.Engine;
using Dockerland.Tests.Support.Processes;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

/// <summary>A program in a process of its own (tests/Programs/Launch), started as the language host starts it.</summary>
public sealed class LaunchTests
{
    [Fact]
    public async Task A_Good_Program_Exits_With_0()
    {
        await using var engine = await WireEngine.StartAsync();

        Assert.Equal(0, (await LaunchAsync("well", Environment(engine))).ExitCode);
    }

    [Theory]
    [InlineData("throwing", 32)]
    [InlineData("throwing-ignored", 32)]
    [InlineData("logging", 1)]
    [InlineData("logging-ignored", 1)]
    [InlineData("unassigned", 32)]
    public async Task The_Exit_Code_Tells_How_A_Bad_Program_Ended(string ending, int exitCode)
    {
        await using var engine = await WireEngine.StartAsync();

        Assert.Equal(exitCode, (await LaunchAsync(ending, Environment(engine))).ExitCode);
    }

    [Fact]
    public async Task An_Error_That_The_Engine_Can_Not_Be_Told_Is_Printed_And_Exits_With_1()
    {
        await using var engine = await WireEngine.StartAsync();

        var result = await LaunchAsync("throwing", Environment(engine.MonitorAddress, "127.0.0.1:1"));

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no such planet", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Stack_Class_Tells_Its_Outputs()
    {
        await using var engine = await WireEngine.StartAsync();

        await LaunchAsync("class", Environment(engine));

        Wire.Equal("""{ "zone": "dev.example.com" }""", engine.Json<RegisterResourceOutputsRequest>()["outputs"]!);
    }

    [Fact]
    public async Task A_Stack_Class_With_An_Unassigned_Output_Is_Told_Its_Name()
    {
        await using var engine = await WireEngine.StartAsync();

        await LaunchAsync("unassigned", Environment(engine));

        Assert.StartsWith("Output(s) 'zone' have no value assigned.", Assert.Single(engine.Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Reported_Error_Is_Not_Printed_Again()
    {
        await using var engine = await WireEngine.StartAsync();

        Assert.Equal("", (await LaunchAsync("throwing", Environment(engine))).Text);
    }

    [Fact]
    public async Task A_Throwing_Program_Is_Reported_By_The_Path_Of_Its_Assembly()
    {
        await using var engine = await WireEngine.StartAsync();

        await LaunchAsync("throwing", Environment(engine));

        Assert.StartsWith(
            $"Running program '{Program}' failed with an unhandled exception:",
            Assert.Single(engine.Requests<LogRequest>(), log => log.Severity == LogSeverity.Error).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PULUMI_MONITOR")]
    [InlineData("PULUMI_ENGINE")]
    [InlineData("PULUMI_PROJECT")]
    [InlineData("PULUMI_STACK")]
    [InlineData("PULUMI_DRY_RUN")]
    public async Task Without_What_The_Engine_Tells_A_Program_Says_How_To_Run_It(string missing)
    {
        await using var engine = await WireEngine.StartAsync();

        var result = await LaunchAsync("well", Environment(engine).SetItem(missing, null));

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("pulumi", result.Error, StringComparison.Ordinal);
        Assert.Contains(missing, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Program_Started_After_Its_Engine_Has_Gone_Names_The_Address()
    {
        var environment = Environment("127.0.0.1:1", "127.0.0.1:1");

        var result = await LaunchAsync("well", environment);

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Can't reach the engine at 127.0.0.1:1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Proxy_Of_The_Environment_Is_Not_Asked()
    {
        await using var engine = await WireEngine.StartAsync();
        var environment = Environment(engine).SetItem("http_proxy", "http://127.0.0.1:1").SetItem("all_proxy", "http://127.0.0.1:1").SetItem("no_proxy", null);

        Assert.Equal(0, (await LaunchAsync("well", environment)).ExitCode);
    }

    [Fact]
    public async Task Settings_Come_From_The_Environment()
    {
        await using var engine = await WireEngine.StartAsync();
        var environment = Environment(engine)
            .SetItem("PULUMI_ORGANIZATION", "example")
            .SetItem("PULUMI_DRY_RUN", "true")
            .SetItem("PULUMI_CONFIG", """{ "dockerland:zone": "dev.example.com", "other:token": "hush" }""")
            .SetItem("PULUMI_CONFIG_SECRET_KEYS", """["other:token"]""");

        await LaunchAsync("settings", environment);

        Wire.Equal(
            $$"""{ "name": "example/dockerland/dev", "dryRun": true, "zone": "dev.example.com", "token": {{Wire.Secret("\"hush\"")}} }""",
            engine.Json<RegisterResourceOutputsRequest>()["outputs"]!);
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Dockerland.Launch.dll");

    private static Task<ToolResult> LaunchAsync(string ending, IReadOnlyDictionary<string, string?> environment) =>
        new Tool("dotnet") { Environment = environment, Deadline = TimeSpan.FromMinutes(1) }.RunAsync(Program, ending);

    private static ImmutableDictionary<string, string?> Environment(WireEngine engine) => Environment(engine.MonitorAddress, engine.EngineAddress);

    private static ImmutableDictionary<string, string?> Environment(string monitor, string engine) => ImmutableDictionary<string, string?>.Empty
        .Add("PULUMI_MONITOR", monitor)
        .Add("PULUMI_ENGINE", engine)
        .Add("PULUMI_PROJECT", "dockerland")
        .Add("PULUMI_STACK", "dev")
        .Add("PULUMI_DRY_RUN", "false")
        .Add("PULUMI_PARALLEL", "8");
}
