using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Runtime;

/// <summary>The backend in a file: HAProxy forgets at each start what it was told while it ran.</summary>
internal sealed class MembersFile(AgentSettings settings) : IMembersFile
{
    public async Task<bool> WriteAsync(IReadOnlyList<Server> servers, CancellationToken cancellationToken)
    {
        var text = ServerLines.Render(await File.ReadAllTextAsync(settings.TemplateFile, cancellationToken), servers);
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
