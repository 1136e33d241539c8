using System.Diagnostics;
using Dockerland.Cli.Bench.Dns;
using Dockerland.Cli.Images;
using Dockerland.Infra;

namespace Dockerland.Cli.Bench.Images;

/// <summary>Measures the images as containers on this machine, beside the way of the documents that they come from.</summary>
internal sealed class ImagesBench(Terminal terminal, Repository repository)
{
    private readonly DockerCommand _docker = new(repository);

    // All that is measured; what is added here is in the table.
    private IReadOnlyList<IMeasure> Measures =>
    [
        new SizeMeasure(_docker, ImageSource.Names(repository.Root)),
        new ApplyMeasure(_docker, repository),
        new JoinMeasure(_docker),
        new MetadataMeasure(_docker, repository),
        .. LossMeasure.All(_docker, repository),
    ];

    /// <returns>The exit code: a failure when a bound is missed.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux()) throw new CliException("'bench images' asks containers at their own addresses, which only Linux can. Run it there.");

        await new ImageBuild(terminal with { Out = terminal.Error }, repository).BuildAsync([.. ImageSource.Names(repository.Root)], cancellationToken);
        var watch = Stopwatch.StartNew();
        var rows = new List<Measurement>();
        foreach (var (index, measure) in Measures.Index())
        {
            await terminal.Error.WriteLineAsync($"{index + 1} of {Measures.Count}: {measure.What}");
            rows.AddRange(await measure.RunAsync(cancellationToken));
        }

        return MeasurementTable.Write(terminal, rows, watch.Elapsed, ProcessFiles.Load());
    }
}
