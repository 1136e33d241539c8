using System.Globalization;
using System.Runtime.Versioning;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Host.Groups;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.MetadataAgent.Host;

/// <summary>One look at a host: whether it is to go, and whether it is worth keeping.</summary>
/// <param name="read">What is to become of it; throws when nobody says.</param>
/// <param name="id">Of the instance.</param>
/// <param name="leave">Takes the host out of the records that a unit's container keeps.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class HostPass(
    HostSettings settings, string id, Func<CancellationToken, Task<HostNotices>> read, ISystemd systemd, Func<string, CancellationToken, Task> leave, IGroup group, TimeProvider time, Action<string> say)
{
    private readonly Watchdog _watchdog = new(settings.Patience);
    private readonly HashSet<string> _left = new(StringComparer.Ordinal);
    private HostNotices _notices = HostNotices.None;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await ListenAsync(cancellationToken);
        if (await WhyGoAsync(cancellationToken) is { } reason) await LeaveAsync(reason, cancellationToken);
        else if (WholeFile.Read(settings.LeavingFile) is not null) await ComeBackAsync(cancellationToken);
        else await WatchAsync(cancellationToken);
    }

    // A service that doesn't answer says nothing new.
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        try
        {
            _notices = await read(cancellationToken);
        }
        catch (ImdsException error)
        {
            say(error.Message);
        }
    }

    private async Task<string?> WhyGoAsync(CancellationToken cancellationToken)
    {
        if (_notices.MustGo is { } reason) return reason;
        if (!_notices.Rebalance) return null;
        const string Recommended = "EC2 recommends to do without it, and others are in its place";
        // Once it has begun to go it isn't called back for a host that others lack meanwhile.
        return WholeFile.Read(settings.LeavingFile) is not null || (await group.FindAsync(id, cancellationToken))?.CanSpare(id) is true ? Recommended : null;
    }

    private async Task LeaveAsync(string reason, CancellationToken cancellationToken)
    {
        _watchdog.Forget();
        var now = time.GetUtcNow();
        if (!long.TryParse(WholeFile.Read(settings.LeavingFile), CultureInfo.InvariantCulture, out var seconds))
        {
            say($"leaving: {reason}");
            seconds = now.ToUnixTimeSeconds();
            WholeFile.Write(settings.LeavingFile, seconds.ToString(CultureInfo.InvariantCulture));
        }

        if (settings.Containers is []) return;
        var units = await systemd.ShowAsync(settings.Containers, cancellationToken);
        await LeaveRecordsAsync(units, cancellationToken);
        if (Departure.Stop(settings, DateTimeOffset.FromUnixTimeSeconds(seconds), _notices.Spot, units, now) is not [] and var stop)
        {
            say($"stopping {string.Join(", ", stop)}");
            await systemd.DoAsync(UnitVerb.Stop, stop, cancellationToken);
        }
    }

    // A time that fails is made up for at the next look, and holds up nothing else.
    private async Task LeaveRecordsAsync(IReadOnlyList<UnitState> units, CancellationToken cancellationToken)
    {
        foreach (var unit in settings.Leave.Where(name => !_left.Contains(name) && units.Any(unit => unit.Name == name && unit.IsActive)))
            try
            {
                await leave(unit, cancellationToken);
                _left.Add(unit);
                say($"{unit} has left its records");
            }
            catch (AgentException error)
            {
                say(error.Message);
            }
    }

    // Of a stopped or hibernated spot instance, and where the end was called off.
    private async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        say("staying after all: starting the containers");
        // What left its records stays out of them until it is started anew.
        if (settings.Leave is not []) await systemd.DoAsync(UnitVerb.Restart, settings.Leave, cancellationToken);
        if (settings.Containers.Except(settings.Leave).ToArray() is { Length: > 0 } others) await systemd.DoAsync(UnitVerb.Start, others, cancellationToken);
        _left.Clear();
        File.Delete(settings.LeavingFile);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var (now, before) = (time.GetUtcNow(), _watchdog.Failing);
        var failed = _watchdog.Observe(await systemd.ShowAsync(settings.Required, cancellationToken), now);
        foreach (var unit in _watchdog.Failing.Except(before)) say($"{unit} failed");
        foreach (var unit in before.Except(_watchdog.Failing)) say($"{unit} no longer fails");
        if (failed is not [])
        {
            var what = $"{string.Join(", ", failed)} failed for {settings.Patience.TotalSeconds:0} s";
            if (await group.FindAsync(id, cancellationToken) is not { } view) say($"{what}, and no group replaces this host");
            else if (view.KeepsHost(id, now) is { } obstacle) say($"{what}; the host isn't given up: {obstacle}");
            else
            {
                say($"{what}: giving this host up");
                await group.GiveUpAsync(id, cancellationToken);
            }
        }
    }
}
