using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent;

/// <summary>All that say what there should be. One that can't know keeps no other from being heard.</summary>
internal sealed class Sources(IMemberSource members, IEnumerable<IServiceSource> services)
{
    private readonly LastKnown[] _services = [.. services.Select(source => new LastKnown(source))];

    /// <param name="problems">Gets a sentence for all that is wrong.</param>
    public async Task<Desired> ReadAsync(List<string> problems, CancellationToken cancellationToken) =>
        new(await MembersAsync(problems, cancellationToken), await ServicesAsync(problems, cancellationToken));

    private async Task<DesiredServers?> MembersAsync(List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            var desired = DesiredServers.Of(await members.ReadAsync(cancellationToken));
            problems.AddRange(desired.Problems);
            return desired;
        }
        catch (AgentException error)
        {
            problems.Add(error.Message);
            return null;
        }
    }

    // Without one of them it isn't known whose the names are.
    private async Task<DesiredServices?> ServicesAsync(List<string> problems, CancellationToken cancellationToken)
    {
        var said = new List<Claims>();
        foreach (var source in _services)
            if (await source.ReadAsync(problems, cancellationToken) is { } claims) said.Add(claims);
        if (said.Count < _services.Length) return null;

        var desired = DesiredServices.Of(said.Select(claims => claims.All));
        problems.AddRange(desired.Problems);
        return desired;
    }
}
