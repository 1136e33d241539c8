namespace Dockerland.HaproxyAgent.Services;

internal interface IServiceSource
{
    /// <summary>All that it says now. A source that can't know throws: unknown isn't empty.</summary>
    /// <exception cref="AgentException"/>
    Task<Claims> ReadAsync(CancellationToken cancellationToken);
}
