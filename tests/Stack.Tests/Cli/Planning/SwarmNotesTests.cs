using System.Collections.Immutable;
using Dockerland.Cli.Planning;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Stack.Cli.Planning;

public sealed class SwarmNotesTests
{
    [Fact]
    public void A_Fleet_In_A_Swarm_Is_Told_Of() =>
        Assert.StartsWith("dockerland:fleets.web.swarm 'worker': Docker's live-restore is off", Assert.Single(SwarmNotes.Describe(Settings(FleetSettings.SwarmWorker))), StringComparison.Ordinal);

    [Fact]
    public void Others_Are_Not() => Assert.Empty(SwarmNotes.Describe(Settings(FleetSettings.NoSwarm)));

    private static StackSettings Settings(string swarm) => new()
    {
        Region = "eu-central-1",
        Zone = "example.com",
        Environment = "staging",
        Fleets = ImmutableSortedDictionary<string, FleetSettings>.Empty.Add("web", new() { Role = "web", Swarm = swarm }),
    };
}
