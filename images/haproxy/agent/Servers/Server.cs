using System.Globalization;
using System.Net;

namespace Dockerland.HaproxyAgent.Servers;

/// <summary>A server that HAProxy hands requests to.</summary>
internal sealed record Server(string Name, IPAddress Address, int Port)
{
    /// <summary>As HAProxy's configuration and commands have it.</summary>
    public string Endpoint => Address.AddressFamily is System.Net.Sockets.AddressFamily.InterNetworkV6
        ? string.Create(CultureInfo.InvariantCulture, $"ipv6@{Address}:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Address}:{Port}");

    public override string ToString() => $"{Name} ({Endpoint})";
}
