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
    private readonly uint _base;

    private AddressRange(uint @base) => _base = @base;

    /// <summary>What is wrong with a range, as the end of a sentence that began with it; null when nothing is.</summary>
    public static string? Problem(string text)
    {
        if (!IPNetwork.TryParse(text, out var network) || network.BaseAddress.AddressFamily is not AddressFamily.InterNetwork || network.ToString() != text)
            return "is not an IPv4 range whose address is the first of it";

        // AWS's own limit is /16; eight subnets of /24 need /21.
        return network.PrefixLength is >= ShortestPrefix and <= LongestPrefix ? null : $"is a /{network.PrefixLength}; it is at least a /{LongestPrefix} and at most a /{ShortestPrefix}";
    }

    public static AddressRange Parse(string text) =>
        Problem(text) is { } problem ? throw new ArgumentException($"Range '{text}' {problem}.", nameof(text)) : new(ToNumber(IPNetwork.Parse(text).BaseAddress));

    /// <summary>
    /// The /24 of an availability zone. It goes by the zone's letter, not by its place in a list, so that a zone more or less moves no other.
    /// </summary>
    public string Subnet(string zoneLetter)
    {
        var address = _base + ((uint)(zoneLetter[0] - 'a') << 8);
        return string.Create(CultureInfo.InvariantCulture, $"{address >> 24}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}/24");
    }

    private static uint ToNumber(IPAddress address) => BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());
}
