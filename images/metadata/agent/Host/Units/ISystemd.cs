namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>What is asked of systemd.</summary>
internal interface ISystemd
{
    Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken);

    /// <summary>Returns when they have stopped.</summary>
    Task StopAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken);

    /// <summary>Returns at once.</summary>
    Task StartAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken);
}
