using Dockerland.HaproxyAgent.Records;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Sinks;

/// <summary>Tells <see cref="RecordKeeper"/> which names this host answers to; it does the rest by itself.</summary>
internal sealed class RecordSink(RecordKeeper keeper) : ISink
{
    public async Task<IReadOnlyList<string>> PlanAsync(Desired desired, CancellationToken cancellationToken) =>
        desired.Services is { } services ? await keeper.PlanAsync(Local(services), cancellationToken) : [];

    public Task<bool> ApplyAsync(Desired desired, List<string> faults, CancellationToken cancellationToken)
    {
        if (desired.Services is { } services) keeper.Set(Local(services));
        return Task.FromResult(false);
    }

    private static string[] Local(DesiredServices services) => [.. services.All.Where(service => service.IsLocal).Select(service => service.Name.ToString())];
}
