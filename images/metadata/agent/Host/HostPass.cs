using System.Globalization;
using System.Runtime.Versioning;
using Dockerland.Imds;
using Dockerland.MetadataAgent.Host.Groups;
using Dockerland.MetadataAgent.Host.Notices;
using Dockerland.MetadataAgent.Host.Units;
using Dockerland.MetadataAgent.Targets;

namespace Dockerland.MetadataAgent.Host;

/// <summary>One look at a host: whether it is to go, and whether it is worth keeping.</summary>
/// <param name="read">What is to become of it; throws when nobody says.</param>
/// <param name="id">Of the instance.</param>
[UnsupportedOSPlatform("windows")]
internal sealed class HostPass(HostSettings settings, string id, Func<CancellationToken, Task<HostNotices>> read, ISystemd systemd, IGroup group, TimeProvider time, Action<string> say)
{
    private readonly Watchdog _watchdog = new();
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
        if (Departure.Stop(settings, DateTimeOffset.FromUnixTimeSeconds(seconds), _notices.Spot, units, now) is not [] and var stop)
        {
            say($"stopping {string.Join(", ", stop)}");
            await systemd.StopAsync(stop, cancellationToken);
        }
    }

    // Of a stopped or hibernated spot instance, and where the end was called off.
    private async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        say("staying after all: starting the containers");
        if (settings.Containers is not []) await systemd.StartAsync(settings.Containers, cancellationToken);
        File.Delete(settings.LeavingFile);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_watchdog.Observe(await systemd.ShowAsync(settings.Required, cancellationToken), now) is not [] and var failed)
        {
            var what = $"{string.Join(", ", failed)} failed for {Watchdog.Patience.TotalMinutes:0} minutes";
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
