using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Configuration;

/// <inheritdoc/>
internal sealed class ServiceConfiguration(AgentSettings settings, HaproxyReload reload) : IServiceConfiguration
{
    private readonly AdminSocket _worker = new(settings.AdminSocket);

    public async Task<string> LoadedAsync(CancellationToken cancellationToken) =>
        (await _worker.AskAsync("show info", cancellationToken)).Split('\n').FirstOrDefault(line => line.StartsWith("description: ", StringComparison.Ordinal))?["description: ".Length..].Trim() ?? "";

    public async Task<ServiceFiles> RenderAsync(IReadOnlyCollection<ServiceName> names, Func<string, IEnumerable<Server>> servers, CancellationToken cancellationToken) =>
        ServiceFiles.Render(await File.ReadAllTextAsync(settings.ServiceTemplate, cancellationToken), names, settings.Zones, servers, Lines);

    // Which somebody has for a service of that name.
    private string Lines(ServiceName name) => TextOf(Path.Combine(settings.SnippetsFolder, name.ToString()));

    public async Task<string?> ProblemAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        var candidate = settings.ServicesFile + ".candidate";
        await File.WriteAllTextAsync(candidate, files.Backends, cancellationToken);
        var fault = await HaproxyCheck.FindFaultAsync([settings.MainFile, settings.TemplateFile, candidate], cancellationToken);
        File.Delete(candidate);
        return fault is null ? null : Shown.Of(fault.ReplaceLineEndings(" "));
    }

    public async Task WriteAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        if (Read() == files) return;
        if (await ProblemAsync(files, cancellationToken) is { } problem) throw new AgentException($"HAProxy doesn't take its files of services, which stay as they are: {problem}");
        Put(files);
    }

    public async Task LoadAsync(ServiceFiles files, CancellationToken cancellationToken)
    {
        var former = Read();
        await WriteAsync(files, cancellationToken);
        try
        {
            await reload.RunAsync(cancellationToken);
        }
        catch (Exception error) when (AgentException.MayPass(error))
        {
            Put(former);
            throw;
        }
    }

    private ServiceFiles Read() => ServiceFiles.Of(TextOf(settings.ServicesFile), TextOf(settings.HostsMap), TextOf(settings.WildcardsMap));

    // A map that names a backend too many harms nobody, so it goes first.
    private void Put(ServiceFiles files)
    {
        Put(settings.HostsMap, files.Hosts);
        Put(settings.WildcardsMap, files.Wildcards);
        Put(settings.ServicesFile, files.Backends);
    }

    // A file that isn't there is as good as an empty one, and isn't made.
    private static void Put(string path, string text)
    {
        if (TextOf(path) != text) WholeFile.Write(path, text);
    }

    private static string TextOf(string path) => WholeFile.Read(path) ?? "";
}
