using System.Globalization;
using Dockerland.Cli.Bench.Dns;
using Dockerland.Cli.Images;

namespace Dockerland.Cli.Bench.Images;

/// <summary>How long tags take from the metadata service into Docker's and the containers' files, by our agent and by bash with AWS's command.</summary>
internal sealed class MetadataMeasure(DockerCommand docker, Repository repository) : IMeasure
{
    private const int Runs = 10;
    private const double MostShare = 0.1;
    private const string Seed = "dockerland-bench/metadata";

    // In microseconds, and in the container, so that Docker's own time counts for nobody. The first run only brings files into memory.
    private const string Loop = """
        for ((run = 0; run <= RUNS; run++)); do
          rm -rf /etc/docker /run/dockerland
          begin=$EPOCHREALTIME
          "$@" >/dev/null || exit
          end=$EPOCHREALTIME
          grep -q docker.role=web /etc/docker/daemon.json && grep -q DB_HOST=.*db.example.internal /run/dockerland/metadata/host.env || exit
          [ "$run" = 0 ] || echo $((${end/./} - ${begin/./}))
        done
        """;

    public string What => "tags handed over, with ours and the documents' way";

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        await docker.RunAsync(["build", "--quiet", "--tag", Seed, repository.PathOf("cli", "Bench", "Images", "metadata")], cancellationToken);
        await using var server = await MetadataServer.StartAsync(cancellationToken);
        var ours = await TimeAsync(server, $"{ImageBuild.Prefix}metadata", ["agent", "-m", "-e", "example.db.host:DB_HOST"], cancellationToken);
        var seed = await TimeAsync(server, Seed, ["metadata"], cancellationToken);
        return
        [
            new($"metadata: median of {Runs}", "ms", ours.TotalMilliseconds, seed.TotalMilliseconds),
            new("metadata: share of the documents' time", "", ours / seed, Most: MostShare),
        ];
    }

    private async Task<TimeSpan> TimeAsync(MetadataServer server, string image, string[] command, CancellationToken cancellationToken)
    {
        var output = await docker.RunAsync(
        [
            "run", "--rm", "--network=host", $"--env=AWS_EC2_METADATA_SERVICE_ENDPOINT={server.Address}", $"--env=RUNS={Runs}",
            "--env=AWS_ACCESS_KEY_ID=test", "--env=AWS_SECRET_ACCESS_KEY=test", "--entrypoint=bash", image, "-c", Loop, "bash", .. command,
        ], cancellationToken);
        var times = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => TimeSpan.FromMicroseconds(long.Parse(line, CultureInfo.InvariantCulture))).ToArray();
        return times.Length is Runs ? Statistics.Median(times) : throw new CliException($"{image} handed tags over {times.Length} times of {Runs}.");
    }
}
