namespace Dockerland.HaproxyAgent.Services;

/// <summary>Names outlive their servers for a while: a container that is replaced or starts again would else send its visitors elsewhere, and cost two reloads.</summary>
internal sealed class KeptNames(TimeSpan patience, TimeProvider time)
{
    private readonly Dictionary<ServiceName, DateTimeOffset> _seen = [];

    /// <param name="wanted">Those that somebody answers to.</param>
    /// <param name="backends">What HAProxy runs: an agent that starts again knows of names by that.</param>
    public IReadOnlyCollection<ServiceName> Of(IEnumerable<ServiceName> wanted, IEnumerable<string> backends)
    {
        var now = time.GetUtcNow();
        foreach (var name in backends.Select(ServiceName.OfBackend).OfType<ServiceName>()) _seen.TryAdd(name, now);
        foreach (var name in wanted) _seen[name] = now;
        foreach (var name in _seen.Where(entry => now - entry.Value > patience).Select(entry => entry.Key).ToArray()) _seen.Remove(name);
        return [.. _seen.Keys.OrderBy(name => name.Backend, StringComparer.Ordinal)];
    }
}
