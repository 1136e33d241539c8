using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Records;

/// <summary>The names that this host answers to, those included that were there a moment ago: a container that restarts doesn't take its name along.</summary>
internal sealed class WantedNames(TimeSpan grace)
{
    private readonly Dictionary<string, DateTimeOffset> _seen = new(StringComparer.Ordinal);

    public ImmutableSortedSet<string> Update(IEnumerable<string> names, DateTimeOffset now)
    {
        foreach (var name in names) _seen[name] = now;
        foreach (var (name, last) in _seen.ToArray())
        {
            if (now - last >= grace) _seen.Remove(name);
        }

        return _seen.Keys.ToImmutableSortedSet(StringComparer.Ordinal);
    }
}
