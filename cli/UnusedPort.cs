using System.Net;
using System.Net.Sockets;

namespace Dockerland.Cli;

/// <summary>Ports of this machine that nobody listens on now.</summary>
internal static class UnusedPort
{
    public static bool Is(IPAddress address, int port)
    {
        using var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return false;
        }
        catch (SocketException)
        {
            // This program may not take it, as one below 1024; Docker may.
            return true;
        }
    }

    public static int Next(IPAddress address)
    {
        using var listener = new TcpListener(address, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
