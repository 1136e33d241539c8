using System.Diagnostics;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>Has HAProxy load its files anew: another process takes the listening sockets over, and the one of before ends what it began. No connection is refused.</summary>
internal sealed class HaproxyReload(AgentSettings settings)
{
    // The format's version, and no server.
    private const string NoStates = "1\n";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly AdminSocket _worker = new(settings.AdminSocket);
    private readonly HaproxyMaster _master = new(new(settings.MasterSocket));

    /// <exception cref="AgentException">There is none that runs.</exception>
    public Task RequireAsync(CancellationToken cancellationToken) => WorkerAsync(cancellationToken);

    /// <summary>Waits until it has.</summary>
    /// <exception cref="AgentException">It goes on with what it had.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var alone = await FileLock.TakeAsync(settings.ReloadLock, cancellationToken);
        // A server that is down or held back is so afterwards too.
        var states = await _worker.AskAsync("show servers state", cancellationToken);
        var files = await File.ReadAllTextAsync(settings.MembersFile, cancellationToken) + await File.ReadAllTextAsync(settings.ServicesFile, cancellationToken);
        await File.WriteAllTextAsync(settings.StateFile, Kept(states, files), cancellationToken);
        try
        {
            await LoadAsync(cancellationToken);
        }
        finally
        {
            // At any other start it would be long out of date.
            await File.WriteAllTextAsync(settings.StateFile, NoStates, CancellationToken.None);
        }
    }

    /// <summary>The states of servers that are in the files just so: one that moved isn't as it was elsewhere.</summary>
    internal static string Kept(string states, string files)
    {
        var lines = states.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var servers = lines.Skip(2).Zip(ServerStates.Parse(states));
        return string.Concat(lines.Take(2).Concat(servers
            .Where(entry => files.Contains($"    server {entry.Second.Server.Name} {entry.Second.Server.Server.Endpoint} ", StringComparison.Ordinal))
            .Select(entry => entry.First)).Select(line => line + "\n"));
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var (worker, failed) = (await WorkerAsync(cancellationToken), (await _master.ReadAsync(cancellationToken)).Failed);
        await _master.ReloadAsync(cancellationToken);
        var watch = Stopwatch.StartNew();
        while (!await HasLoadedAsync(worker, failed, cancellationToken))
        {
            if (watch.Elapsed > Deadline) throw new AgentException($"HAProxy doesn't load its files within {Deadline.TotalSeconds:0} s.");
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private async Task<bool> HasLoadedAsync(string worker, int failed, CancellationToken cancellationToken)
    {
        Reloads now;
        try
        {
            if (await WorkerAsync(cancellationToken) != worker) return true;
            now = await _master.ReadAsync(cancellationToken);
        }
        catch (AgentException)
        {
            // One process has gone and the next one hasn't come.
            return false;
        }

        return now.Failed > failed ? throw new AgentException("HAProxy checked its files and doesn't load them; it goes on with those of before. Its log says why.") : false;
    }

    private async Task<string> WorkerAsync(CancellationToken cancellationToken) =>
        (await _worker.AskAsync("show info", cancellationToken)).Split('\n').FirstOrDefault(line => line.StartsWith("Pid: ", StringComparison.Ordinal)) ?? "";
}
