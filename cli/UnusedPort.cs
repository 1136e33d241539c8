using System.Net;
using System.Net.Sockets;

namespace Dockerland.Cli;

/// <summary>A port of this machine that nobody listens on now.</summary>
internal static class UnusedPort
{
    public static int Next(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
