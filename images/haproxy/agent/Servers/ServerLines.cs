using System.Text;
using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.HaproxyAgent.Servers;

/// <summary>A backend's servers in HAProxy's configuration.</summary>
internal static class ServerLines
{
    /// <summary>What begins a backend, with a line per server; the same servers give the same bytes.</summary>
    public static string Render(string head, IEnumerable<Server> servers) => servers
        .OrderBy(server => server.Name, StringComparer.Ordinal)
        .Aggregate(new StringBuilder(head), (text, server) => text.Append($"    server {server.Name} {server.Endpoint} {HaproxyRuntime.Options}\n"))
        .ToString();
}
