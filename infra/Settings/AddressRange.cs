using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Dockerland.Infra.Settings;

/// <summary>A VPC's IPv4 range and the subnets in it.</summary>
public sealed record AddressRange
{
    private const int ShortestPrefix = 16;
    private const int LongestPrefix = 21;
    private const int PrivatePrefix = 20;
    private const int MostZones = 8;
    private const int WidestSource = 8;
    private readonly uint _base;
    private readonly int _prefix;

    private AddressRange(IPNetwork network)
    {
        _base = ToNumber(network.BaseAddress);
        _prefix = network.PrefixLength;
    }

    /// <summary>Whether there is room for eight private subnets behind the eight public ones.</summary>
    public bool HasPrivateSubnets => _prefix <= PrivatePrefix;

    /// <summary>What is wrong with a range, as the end of a sentence that began with it; null when nothing is.</summary>
    public static string? Problem(string text)
    {
        if (Find(text) is not { } network) return "is not an IPv4 range whose address is the first of it";

        // AWS's own limit is /16; eight subnets of /24 need /21.
        return network.PrefixLength is >= ShortestPrefix and <= LongestPrefix ? null : $"is a /{network.PrefixLength}; it is at least a /{LongestPrefix} and at most a /{ShortestPrefix}";
    }

    /// <summary>What is wrong with a range of clients, as the end of a sentence that began with it; null when nothing is.</summary>
    public static string? SourceProblem(string text) => Find(text) switch
    {
        null => "is not an IPv4 range whose address is the first of it",
        { PrefixLength: < WidestSource } network => $"is a /{network.PrefixLength}, which is nearly everybody; it is at least a /{WidestSource}",
        _ => null,
    };

    public static AddressRange Parse(string text) =>
        Problem(text) is { } problem ? throw new ArgumentException($"Range '{text}' {problem}.", nameof(text)) : new(IPNetwork.Parse(text));

    /// <summary>
    /// The /24 of an availability zone. It goes by the zone's letter, not by its place in a list, so that a zone more or less moves no other.
    /// </summary>
    public string Subnet(string zoneLetter) => Subnet(zoneLetter[0] - 'a');

    /// <summary>The private /24 of an availability zone, behind all the public ones.</summary>
    public string PrivateSubnet(string zoneLetter) => Subnet(MostZones + zoneLetter[0] - 'a');

    private string Subnet(int index)
    {
        var address = _base + ((uint)index << 8);
        return string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}/24");
    }

    private static IPNetwork? Find(string text) =>
        IPNetwork.TryParse(text, out var network) && network.BaseAddress.AddressFamily is AddressFamily.InterNetwork && network.ToString() == text ? network : null;

    private static uint ToNumber(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
}
