using System.Globalization;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Commands;

/// <summary>How things stand, for people.</summary>
/// <param name="Lines">What is printed.</param>
/// <param name="IsWell">Whether nothing is wrong.</param>
internal sealed record StatusReport(IReadOnlyList<string> Lines, bool IsWell)
{
    /// <param name="problems">Of the sources, as they are asked now.</param>
    /// <param name="told">What the agent that runs last found wrong; null when there is none that runs.</param>
    public static StatusReport Of(Desired desired, IReadOnlyList<string> problems, RunningState running, Reloads reloads, IReadOnlyList<string>? told)
    {
        var wrong = problems.Concat(told ?? ["The agent doesn't run."]).Concat(Missing(desired, running)).Distinct().ToArray();
        var failed = reloads.Failed is 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {reloads.Failed} of them failed");
        return new(
            [
                $"members   {(desired.Members is { } members ? Count(members.Alive.Count, "server") : "unknown")}",
                $"services  {(desired.Services is { } services ? Count(services.All.Length, "name") : "unknown")}",
                $"reloads   {string.Create(CultureInfo.InvariantCulture, $"{reloads.Done}")} since HAProxy's start{failed}",
                .. Names(desired, running).SelectMany(backend => Backend(backend, running)),
                .. wrong.Select(problem => $"problem   {problem}"),
            ],
            wrong is []);
    }

    private static IEnumerable<string> Names(Desired desired, RunningState running) => running.Servers.Select(backend => backend.Key)
        .Concat((desired.Services?.All ?? []).Select(service => service.Name.Backend)).Append(AgentSettings.Backend).Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Backend(string backend, RunningState running) =>
        running.Servers[backend].OrderBy(server => server.Name, StringComparer.Ordinal).Select(server => $"  {server.Server} {State(server)}").DefaultIfEmpty("  no server").Prepend(backend);

    private static string State(RunningServer server) => server switch
    {
        { Admission: Admission.Maintenance } => "gets nothing new",
        { IsDown: true } => "down",
        { Admission: Admission.Drain } => "on its way in",
        _ => "up",
    };

    private static IEnumerable<string> Missing(Desired desired, RunningState running) => (desired.Services?.All ?? [])
        .Where(service => !running.Backends.Contains(service.Name.Backend)).Select(service => $"HAProxy doesn't know {service.Name} yet.");

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number is 1 ? "" : "s")}");
}
