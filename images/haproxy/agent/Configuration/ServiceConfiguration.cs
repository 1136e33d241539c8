using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Configuration;

/// <inheritdoc/>
internal sealed class ServiceConfiguration(AgentSettings settings, HaproxyReload reload) : IServiceConfiguration
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly AdminSocket _worker = new(settings.AdminSocket);

    public async Task<string> LoadedAsync(CancellationToken cancellationToken) =>
        (await _worker.AskAsync("show info", cancellationToken)).Split('\n').FirstOrDefault(line => line.StartsWith("description: ", StringComparison.Ordinal))?["description: ".Length..].Trim() ?? "";

    public async Task<ServiceFiles> RenderAsync(IReadOnlyCollection<ServiceName> names, Func<string, IEnumerable<Server>> servers, CancellationToken cancellationToken) =>
        ServiceFiles.Render(await File.ReadAllTextAsync(settings.ServiceTemplate, cancellationToken), names, settings.Zones, servers, Lines);

    // Which somebody has for a service of that name.
    private string Lines(ServiceName name)
    {
        var file = Path.Combine(settings.SnippetsFolder, name.ToString());
        return File.Exists(file) ? File.ReadAllText(file) : "";
    }

    public async Task<string?> ProblemAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        var candidate = settings.ServicesFile + ".new";
        await File.WriteAllTextAsync(candidate, files.Backends, cancellationToken);
        var check = await Command.RunAsync(Deadline, "haproxy", ["-c", "-q", "-L", "local", "-f", settings.MainFile, "-f", settings.TemplateFile, "-f", candidate], cancellationToken);
        File.Delete(candidate);
        return check.ExitCode is 0 ? null : Shown.Of($"{check.Error} {check.Output}".ReplaceLineEndings(" ").Trim());
    }

    public async Task WriteAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) == files) return;
        if (await ProblemAsync(files, cancellationToken) is { } problem) throw new AgentException($"HAProxy doesn't take its files of services, which stay as they are: {problem}");
        await PutAsync(files, cancellationToken);
    }

    public async Task LoadAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        var former = await ReadAsync(cancellationToken);
        await WriteAsync(files, cancellationToken);
        try
        {
            await reload.RunAsync(cancellationToken);
        }
        catch (Exception error) when (AgentException.MayPass(error))
        {
            await PutAsync(former, CancellationToken.None);
            throw;
        }
    }

    private async Task<ServiceFiles> ReadAsync(CancellationToken cancellationToken) =>
        ServiceFiles.Of(await TextAsync(settings.ServicesFile, cancellationToken), await TextAsync(settings.HostsMap, cancellationToken), await TextAsync(settings.WildcardsMap, cancellationToken));

    // A map that names a backend too many harms nobody, so it goes first.
    private async Task PutAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        await PutAsync(settings.HostsMap, files.Hosts, cancellationToken);
        await PutAsync(settings.WildcardsMap, files.Wildcards, cancellationToken);
        await PutAsync(settings.ServicesFile, files.Backends, cancellationToken);
    }

    private static async Task<string> TextAsync(string file, CancellationToken cancellationToken) => File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : "";

    private static async Task PutAsync(string file, string text, CancellationToken cancellationToken)
    {
        if (await TextAsync(file, cancellationToken) == text) return;
        var candidate = file + ".new";
        await File.WriteAllTextAsync(candidate, text, cancellationToken);
        File.Move(candidate, file, overwrite: true);
    }
}
