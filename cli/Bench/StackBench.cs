using System.Globalization;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;
using Pulumi;

namespace Dockerland.Cli.Bench;

/// <summary>How often an evaluation is run: first without a clock, then with one.</summary>
internal sealed record BenchRuns(int WarmUp, int Timed);

/// <summary>
/// Evaluates the stack with ever more fleets: the time for one resource must not grow with their number. Time is the process's CPU
/// time, which other programs on the machine don't add to, and the fastest run counts.
/// </summary>
internal sealed class StackBench(Terminal terminal, Repository repository)
{
    public const string Project = "dockerland";
    public const string Stack = "bench";

    private static readonly (int Fleets, BenchRuns Runs)[] Sizes = [(1, new(5, 15)), (10, new(5, 15)), (100, new(1, 5)), (1000, new(0, 3))];

    // Before any clock runs, so that the small sizes aren't measured on code that isn't fully compiled yet: that would hide growth.
    private static readonly (int Fleets, BenchRuns Runs) WarmUp = (100, new(20, 0));

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var folder = repository.PathOf("artifacts", "bench");
        Directory.CreateDirectory(folder);
        var rows = new List<BenchRow>();
        var graphs = new List<(BenchRuns Runs, string File)>();
        await terminal.Error.WriteLineAsync($"dotnet: warm-up, {WarmUp.Fleets} fleets, {WarmUp.Runs.WarmUp} times");
        await TimeAsync(Inputs(WarmUp.Fleets), WarmUp.Runs);
        foreach (var (fleets, runs) in Sizes)
        {
            await terminal.Error.WriteLineAsync($"dotnet: {fleets} fleets, {runs.Timed} times");
            var inputs = Inputs(fleets);
            var graph = await BenchGraph.RecordAsync(repository, options => new DockerlandStack(inputs, options));
            var file = Path.Combine(folder, $"{fleets}.json");
            await File.WriteAllTextAsync(file, graph.ToJsonString(PlanJson.Relaxed), cancellationToken);
            graphs.Add((runs, file));
            rows.Add(new(fleets, graph.Count, (await TimeAsync(inputs, runs)).Min(), null));
        }

        var node = await new NodeBench(terminal, repository, folder).RunAsync(graphs, cancellationToken);
        rows = [.. rows.Select((row, index) => row with { Node = node?[index].Min() })];
        BenchTable.Write(terminal, rows);
        return BenchTable.IsLinear(rows) ? CommandLine.Success : CommandLine.Failure;
    }

    private static async Task<IReadOnlyList<TimeSpan>> TimeAsync(StackInputs inputs, BenchRuns runs)
    {
        var mocks = new BenchMocks(await DeclarationsAsync(inputs));
        var times = new List<TimeSpan>();
        for (var run = -runs.WarmUp; run < runs.Timed; run++)
        {
            GC.Collect();
            var start = Environment.CpuUsage.TotalTime;
            await Deployment.TestWithServiceProviderAsync<DockerlandStack>(mocks, new StackFactory(inputs), new() { ProjectName = Project, StackName = Stack });
            if (run >= 0)
                times.Add(Environment.CpuUsage.TotalTime - start);
        }
        return times;
    }

    private static async Task<IReadOnlyCollection<Declaration>> DeclarationsAsync(StackInputs inputs)
    {
        var recorder = new StackRecorder(new());
        await Deployment.TestWithServiceProviderAsync<DockerlandStack>(
            recorder, new StackFactory(inputs, new() { ResourceTransformations = { recorder.Record } }), new() { ProjectName = Project, StackName = Stack });
        return recorder.Declarations;
    }

    private StackInputs Inputs(int fleets)
    {
        var byName = Enumerable.Range(0, fleets).Select(index => string.Create(CultureInfo.InvariantCulture, $"fleet-{index}")).Select(name =>
            KeyValuePair.Create(name, (JsonNode?)new JsonObject { ["domain"] = $"{name}.example.com", ["tags"] = new JsonObject { ["example.db.host"] = "db.example.net" } }));
        var values = new Dictionary<string, string>
        {
            ["aws:region"] = "eu-central-1",
            [$"{Project}:zone"] = "example.com",
            [$"{Project}:environment"] = "production",
            [$"{Project}:fleets"] = new JsonObject(byName).ToJsonString(),
        };
        return StackInputs.Read(new(values, new HashSet<string>()), repository.Root, MissingSecrets.Show);
    }

    private sealed class StackFactory(StackInputs inputs, StackOptions? options = null) : IServiceProvider
    {
        public object GetService(Type serviceType) => new DockerlandStack(inputs, options);
    }
}
