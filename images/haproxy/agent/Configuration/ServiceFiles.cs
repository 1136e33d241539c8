using System.Security.Cryptography;
using System.Text;
using Dockerland.HaproxyAgent.Servers;
using Dockerland.HaproxyAgent.Services;

namespace Dockerland.HaproxyAgent.Configuration;

/// <summary>The files by which HAProxy knows services. The same services give the same bytes.</summary>
/// <param name="Structure">Tells apart what only a reload brings; servers don't count. Empty without services.</param>
internal sealed record ServiceFiles(string Structure, string Backends, string Hosts, string Wildcards)
{
    private const string Description = "    description ";

    /// <param name="template">The lines of a service's backend.</param>
    /// <param name="servers">A backend's servers, for HAProxy's next start.</param>
    /// <param name="lines">What a service has beside them.</param>
    public static ServiceFiles Render(string template, IReadOnlyCollection<ServiceName> names, IReadOnlyCollection<string> zones, Func<string, IEnumerable<Server>> servers, Func<ServiceName, string> lines)
    {
        if (names.Count is 0) return new("", "", "", "");

        var backends = names.OrderBy(name => name.Backend, StringComparer.Ordinal).Select(name => (Name: name.Backend, Lines: template + lines(name))).ToArray();
        var table = HostTable.Of(names, zones);
        var (hosts, wildcards) = (Map(table.Exact), Map(table.Wildcards));
        var structure = Hash(string.Concat(backends.Select(backend => Backend(backend.Lines, backend.Name, []))), hosts, wildcards);
        // It tells which of these files it has loaded.
        var head = $"# Written by the agent.\nglobal\n{Description}\"{structure}\"\n";
        return new(structure, head + string.Concat(backends.Select(backend => Backend(backend.Lines, backend.Name, servers(backend.Name)))), hosts, wildcards);
    }

    /// <summary>Those that are there.</summary>
    public static ServiceFiles Of(string backends, string hosts, string wildcards) =>
        new(backends.Split('\n').FirstOrDefault(line => line.StartsWith(Description, StringComparison.Ordinal))?[Description.Length..].Trim('"') ?? "", backends, hosts, wildcards);

    private static string Backend(string lines, string name, IEnumerable<Server> servers) => ServerLines.Render($"\nbackend {name}\n{lines}", servers);

    private static string Map(IEnumerable<(string Host, string Backend)> entries) => string.Concat(entries.Select(entry => $"{entry.Host} {entry.Backend}\n"));

    private static string Hash(params string[] texts) => "services " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', texts))))[..16];
}
