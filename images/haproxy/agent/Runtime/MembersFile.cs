using System.Text;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>The backend in a file: HAProxy forgets at each start what it was told while it ran.</summary>
internal sealed class MembersFile(AgentSettings settings) : IMembersFile
{
    /// <summary>The template with a line per server; the same servers give the same bytes.</summary>
    public static string Render(string template, IEnumerable<Server> servers) => servers
        .OrderBy(server => server.Name, StringComparer.Ordinal)
        .Aggregate(new StringBuilder(template), (text, server) => text.Append($"    server {server.Name} {server.Endpoint} {HaproxyRuntime.Options}\n"))
        .ToString();

    public async Task<bool> WriteAsync(IReadOnlyList<Server> servers, CancellationToken cancellationToken)
    {
        var text = Render(await File.ReadAllTextAsync(settings.TemplateFile, cancellationToken), servers);
        if (WholeFile.Read(settings.MembersFile) == text) return false;

        // It stays there for whoever reads why it was refused.
        var candidate = settings.MembersFile + ".candidate";
        WholeFile.Write(candidate, text);
        if (await HaproxyCheck.FindFaultAsync([settings.MainFile, candidate], cancellationToken) is { } fault)
            throw new AgentException($"HAProxy doesn't take {candidate}, so {settings.MembersFile} stays as it is: {fault}");

        File.Move(candidate, settings.MembersFile, overwrite: true);
        return true;
    }
}
