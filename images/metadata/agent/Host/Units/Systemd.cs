namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>systemd, by its command.</summary>
internal sealed class Systemd : ISystemd
{
    private const string Program = "systemctl";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken) =>
        UnitState.Parse(await RunAsync(["show", "--property=Id,ActiveState,SubState", "--", .. units], cancellationToken));

    // Not waiting: a container that takes its time to end keeps nobody from looking after the others.
    public Task DoAsync(UnitVerb verb, IReadOnlyCollection<string> units, CancellationToken cancellationToken) => RunAsync([Word(verb), "--no-block", "--", .. units], cancellationToken);

    private static string Word(UnitVerb verb) => verb switch
    {
        UnitVerb.Stop => "stop",
        UnitVerb.Start => "start",
        _ => "restart",
    };

    private static async Task<string> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync(Patience, Program, arguments, "", cancellationToken);
        return result.ExitCode is 0
            ? result.Output
            : throw new AgentException(ExitCodes.Software, $"'{Program} {string.Join(' ', arguments)}' ended with {result.ExitCode}: {result.Error}");
    }
}
