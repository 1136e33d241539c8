using System.Collections.Immutable;

namespace Dockerland.HaproxyAgent.Servers;

/// <summary>What makes the running servers those that should be. Nothing of it needs a reload.</summary>
/// <param name="Add">Get their checks, and no requests yet.</param>
/// <param name="Check">Were added and never got that far, or were on their way out and are back.</param>
/// <param name="Admit">Passed the first check.</param>
/// <param name="Remove">Take nothing new, and go when what they answer is through.</param>
/// <param name="Waiting">On their way in: not checked yet.</param>
/// <param name="Kept">Nobody says that they live, nor that they left, and HAProxy still gets their answers.</param>
internal sealed record ServerPlan(
    IReadOnlyList<Server> Add,
    IReadOnlyList<Server> Check,
    IReadOnlyList<Server> Admit,
    IReadOnlyList<RunningServer> Remove,
    IReadOnlyList<Server> Waiting,
    IReadOnlyList<Server> Kept)
{
    /// <summary>Nothing is to be done.</summary>
    public bool IsEmpty => this is { Add: [], Check: [], Admit: [], Remove: [] };

    /// <summary>Nothing is to be done, nor to be looked at soon.</summary>
    public bool IsSettled => IsEmpty && Waiting is [];

    /// <summary>
    /// <code>
    /// the source says      HAProxy runs it as            what becomes of it
    /// alive                not, or at another address    added as soon as its name is free
    /// alive                drained, check passed         admitted
    /// alive                in maintenance, by us         checked anew: it was on its way out and is back
    /// alive                in maintenance, checked       left alone: somebody holds it back
    /// left                 anything                      removed; so is whom a source that knows all doesn't name
    /// failed, or nothing   up                            kept: gossip may be cut where requests are not
    /// failed, or nothing   down                          removed, unless nobody else is alive
    /// </code>
    /// </summary>
    /// <param name="isLeaving">Whether one is in maintenance because it was to go.</param>
    public static ServerPlan Of(DesiredServers desired, IReadOnlyCollection<RunningServer> running, Func<Server, bool> isLeaving)
    {
        var byName = running.ToDictionary(server => server.Name);
        var wanted = desired.Alive.Where(server => byName.TryGetValue(server.Name, out var runs) && runs.Server == server).ToImmutableHashSet();
        var taken = desired.Alive.ToDictionary(server => server.Name);
        var places = desired.Alive.Select(server => (server.Address, server.Port)).ToHashSet();
        var asWanted = running.Where(server => wanted.Contains(server.Server)).ToArray();
        var remove = running.Where(server => !wanted.Contains(server.Server) && MustGo(server)).ToArray();

        return new(
            Add: [.. desired.Alive.Where(server => !byName.ContainsKey(server.Name))],
            Check: [.. asWanted.Where(server => !server.IsChecked || (server.Admission is Admission.Maintenance && isLeaving(server.Server))).Select(server => server.Server)],
            Admit: [.. asWanted.Where(server => server is { Admission: Admission.Drain, IsChecked: true, HasPassed: true }).Select(server => server.Server)],
            Remove: remove,
            Waiting: [.. asWanted.Where(server => server is { Admission: Admission.Drain, HasPassed: false }).Select(server => server.Server)],
            Kept: [.. running.Where(server => !wanted.Contains(server.Server)).Except(remove).Select(server => server.Server)]);

        bool MustGo(RunningServer server) =>
            desired.IsWhole || desired.Left.Contains((server.Server.Address, server.Server.Port))
            // It is called otherwise now, or its name is another's.
            || taken.ContainsKey(server.Name) || places.Contains((server.Server.Address, server.Server.Port))
            // On its way out already.
            || server.Admission is Admission.Maintenance
            || (server.IsDown && desired.Alive is not []);
    }
}
