using Dockerland.Cli.Images;
using Dockerland.Cli.Images.Fleets;

namespace Dockerland.Cli.Bench.Images;

/// <summary>What clients lose when backends come and go, with the image as it is and with the documents' way in its agent's place.</summary>
internal sealed class LossMeasure(DockerCommand docker, Repository repository, string name, Func<Fleet, Task> happenAsync) : IMeasure
{
    private const int Times = 5;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(30);

    public string What => $"{name}, with ours and the documents' way";

    /// <summary>One for each event.</summary>
    public static IEnumerable<LossMeasure> All(DockerCommand docker, Repository repository) =>
    [
        new(docker, repository, "a backend stops", FleetEvents.StopAsync),
        new(docker, repository, "a backend is killed", FleetEvents.KillAsync),
        new(docker, repository, "50 come and go", fleet => FleetEvents.ComeAndGoAsync(fleet, Times)),
    ];

    public async Task<IReadOnlyList<Measurement>> RunAsync(CancellationToken cancellationToken)
    {
        var ours = await LoseAsync(new("dockerland-bench"));
        cancellationToken.ThrowIfCancellationRequested();
        var seed = await LoseAsync(new("dockerland-bench") { IsCareful = false, Balancer = ["--volume", $"{SeedAgent}:/etc/services.d/agent/run:ro"] });
        return
        [
            new($"{name}: requests lost of 1,000", "", ours.LostOfThousand, seed.LostOfThousand, Most: 0),
            new($"{name}: requests a second", "", ours.Rate, seed.Rate),
        ];
    }

    private string SeedAgent => repository.PathOf("cli", "Bench", "Images", "seed", "agent");

    private async Task<(double LostOfThousand, double Rate)> LoseAsync(FleetOptions options)
    {
        await using var fleet = await Fleet.StartAsync(docker, options, FleetEvents.Residents);
        var result = await FleetEvents.UnderLoadAsync(fleet, Least, happenAsync);
        return (1000.0 * result.Failures.Count / result.Requests, result.Rate);
    }
}
