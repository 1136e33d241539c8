namespace Dockerland.HaproxyAgent.Services;

/// <summary>What a source said when it was last able to: while it can't know, that holds.</summary>
internal sealed class LastKnown(IServiceSource source)
{
    private Claims? _last;

    /// <returns>Null when it never said anything.</returns>
    public async Task<Claims?> ReadAsync(List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            _last = await source.ReadAsync(cancellationToken);
        }
        catch (AgentException error)
        {
            problems.Add(error.Message);
        }

        problems.AddRange(_last?.Problems ?? []);
        return _last;
    }
}
