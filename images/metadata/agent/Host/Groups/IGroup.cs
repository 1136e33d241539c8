namespace Dockerland.MetadataAgent.Host.Groups;

/// <summary>The group of this host, and what the host may say of itself there.</summary>
internal interface IGroup
{
    /// <summary>Null when the host belongs to none.</summary>
    Task<GroupView?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Has it replaced.</summary>
    Task GiveUpAsync(string id, CancellationToken cancellationToken);
}
