using System.Globalization;

namespace Dockerland.Cli.Bench.Dns;

/// <summary>
/// Times the updater from the start of its process to its first result, and from an event to its result later, beside the same in
/// Node. The programs take turns, so that what else the machine does hits all of them.
/// </summary>
internal sealed class DnsBench(Terminal terminal, Repository repository)
{
    private const int Processes = 20;
    private const int LinesEvery = 5;
    private static readonly int[] Instances = [3, 400];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux()) throw new CliException("'bench dns' reads /proc, which only Linux has. Run it there.");

        var folder = repository.PathOf("artifacts", "bench", "dns");
        var home = Path.Combine(folder, "home");
        Directory.CreateDirectory(home);
        var programs = await new DnsPrograms(terminal, repository, folder).MakeAsync(cancellationToken);
        var load = ProcessFiles.Load();
        var process = new DnsProcess(home);
        var measures = new List<DnsMeasure>();
        foreach (var instances in Instances)
            measures.AddRange(await MeasureAsync(process, programs, new(instances), cancellationToken));

        var isBusy = load > Environment.ProcessorCount;
        return DnsTable.Write(terminal, measures, DnsGoals.Judge(measures, isBusy), LoadText(load, isBusy));
    }

    private async Task<IEnumerable<DnsMeasure>> MeasureAsync(DnsProcess process, IReadOnlyList<DnsProgram> programs, DnsAnswers answers, CancellationToken cancellationToken)
    {
        var samples = programs.ToDictionary(program => program, _ => new List<DnsSample>());
        var bare = programs.ToDictionary(program => program, _ => new List<TimeSpan>());
        // The first run only brings files and the server's own code into memory.
        for (var run = 0; run <= Processes; run++)
        {
            await ProgressAsync(answers.Instances, run);
            foreach (var program in programs)
            {
                var sample = await process.RunAsync(program, answers, cancellationToken);
                var nothing = await process.RunBareAsync(program, cancellationToken);
                if (run is 0) continue;
                samples[program].Add(sample);
                bare[program].Add(nothing);
            }
        }

        return programs.Select(program => new DnsMeasure(program.Way, answers.Instances, samples[program], bare[program]));
    }

    private async Task ProgressAsync(int instances, int run)
    {
        var text = $"{instances} instances: {run} of {Processes} processes of each program";
        if (terminal.Interactive) await terminal.Error.WriteAsync($"\r{text}{(run is Processes ? "\n" : "")}");
        else if (run % LinesEvery is 0) await terminal.Error.WriteLineAsync(text);
    }

    private static string LoadText(double load, bool isBusy) => string.Create(
        CultureInfo.InvariantCulture,
        $"Load {load:0.0} on {Environment.ProcessorCount} processors: {(isBusy ? "the machine is busy, so the fastest run counts" : "the machine is idle, so the median counts")}.");
}
