using System.Collections.Immutable;
using System.Net;
using System.Net.NetworkInformation;

namespace Dockerland.HaproxyAgent.Containers;

/// <summary>The networks that the balancer is in, by its own addresses: on the host's network those are all of its bridges.</summary>
internal sealed record OwnNetworks(ImmutableArray<(IPAddress Address, int Bits)> Addresses)
{
    public static OwnNetworks Read() => new(
    [
        .. NetworkInterface.GetAllNetworkInterfaces()
            .Where(face => face.NetworkInterfaceType is not NetworkInterfaceType.Loopback)
            .SelectMany(face => face.GetIPProperties().UnicastAddresses)
            .Select(unicast => (unicast.Address, unicast.PrefixLength)),
    ]);

    /// <summary>Whether an address is the balancer's own.</summary>
    public bool Has(IPAddress address) => Addresses.Any(own => own.Address.Equals(address));

    /// <summary>Whether an address is in one of the networks.</summary>
    public bool Reach(IPAddress address) => Addresses.Any(own => own.Address.AddressFamily == address.AddressFamily && NetworkOf(own.Address, own.Bits).Contains(address));

    private static IPNetwork NetworkOf(IPAddress address, int bits)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = bits; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new(new(bytes), bits);
    }
}
