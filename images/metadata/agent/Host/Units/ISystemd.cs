namespace Dockerland.MetadataAgent.Host.Units;

/// <summary>What is asked of systemd.</summary>
internal interface ISystemd
{
    Task<IReadOnlyList<UnitState>> ShowAsync(IReadOnlyCollection<string> units, CancellationToken cancellationToken);

    /// <summary>Has them stopped, started or restarted, and returns at once.</summary>
    Task DoAsync(UnitVerb verb, IReadOnlyCollection<string> units, CancellationToken cancellationToken);
}
