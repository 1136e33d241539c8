namespace Dockerland.Cli.Bench.Images;

/// <summary>One thing that <see cref="ImagesBench"/> finds out about images that are built.</summary>
internal interface IMeasure
{
    /// <summary>For who waits: what is going on.</summary>
    string What { get; }

    /// <exception cref="CliException">It can't be measured here.</exception>
    Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken);
}
