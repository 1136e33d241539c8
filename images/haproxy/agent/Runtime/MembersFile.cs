using System.Text;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>The backend in a file: HAProxy forgets at each start what it was told while it ran.</summary>
internal sealed class MembersFile(AgentSettings settings) : IMembersFile
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>The template with a line per server; the same servers give the same bytes.</summary>
    public static string Render(string template, IEnumerable<Server> servers) => servers
        .OrderBy(server => server.Name, StringComparer.Ordinal)
        .Aggregate(new StringBuilder(template), (text, server) => text.Append($"    server {server.Name} {server.Endpoint} {HaproxyRuntime.Options}\n"))
        .ToString();

    public async Task<bool> WriteAsync(IReadOnlyList<Server> servers, CancellationToken cancellationToken)
    {
        var text = Render(await File.ReadAllTextAsync(settings.TemplateFile, cancellationToken), servers);
        if (File.Exists(settings.MembersFile) && await File.ReadAllTextAsync(settings.MembersFile, cancellationToken) == text) return false;

        // A whole one or the last good one.
        var candidate = settings.MembersFile + ".new";
        await File.WriteAllTextAsync(candidate, text, cancellationToken);
        var check = await Command.RunAsync(Deadline, "haproxy", ["-c", "-L", "local", "-f", settings.MainFile, "-f", candidate], cancellationToken);
        if (check.ExitCode is not 0) throw new AgentException($"HAProxy doesn't take {candidate}, so {settings.MembersFile} stays as it is: {check.Error}{check.Output}");

        File.Move(candidate, settings.MembersFile, overwrite: true);
        return true;
    }
}
