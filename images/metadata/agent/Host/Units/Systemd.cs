namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>systemd, by its command.</summary>
internal sealed class Systemd : ISystemd
{
    private const string Program = "systemctl";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Beyond what a container's unit may take to stop; systemd ends it then.
    private static readonly TimeSpan StopPatience = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) =>
        UnitState.Parse(await RunAsync(Patience, ["show", "--property=Id,ActiveState,SubState", "--", .. units], cancellationToken));

    public Task StopAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => RunAsync(StopPatience, ["stop", "--", .. units], cancellationToken);

    public Task StartAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) => RunAsync(Patience, ["start", "--no-block", "--", .. units], cancellationToken);

    private static async Task<string> RunAsync(TimeSpan patience, string[] arguments, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(patience, Program, arguments, "", cancellationToken);
        return result.ExitCode is 0
            ? result.Output
            : throw new AgentException(ExitCodes.Software, $"'{Program} {string.Join(' ', arguments)}' ended with {result.ExitCode}: {result.Error}");
    }
}
