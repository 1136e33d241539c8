using System.Collections.Immutable;
using Dockerland.DnsUpdater.Hooks;

namespace Dockerland.DnsUpdater.Events;

/// <summary>What is found while an event is read.</summary>
internal sealed class EventParts
{
    private readonly ImmutableSortedSet<string>.Builder _groups = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
    private readonly ImmutableArray<HookMessage>.Builder _hooks = ImmutableArray.CreateBuilder<HookMessage>();
    private readonly ImmutableArray<string>.Builder _problems = ImmutableArray.CreateBuilder<string>();
    private bool _isForAll;
    private DateTimeOffset? _happenedAt;

    public void Group(string name) => _groups.Add(name);

    public void All() => _isForAll = true;

    public void Hook(HookMessage hook)
    {
        // Topics deliver some messages twice.
        if (!_hooks.Contains(hook)) _hooks.Add(hook);
        _groups.Add(hook.Group);
    }

    public void Problem(string sentence) => _problems.Add(sentence);

    public void HappenedAt(DateTimeOffset? time)
    {
        if (time is not null && !(_happenedAt <= time)) _happenedAt = time;
    }

    public UpdaterEvent Build() => new(_isForAll ? null : _groups.ToImmutable(), _hooks.ToImmutable(), _problems.ToImmutable()) { HappenedAt = _happenedAt };
}
