using System.Globalization;

namespace Dockerland.Contracts;

/// <summary>What is asked of a host's public address: <c>http:80/health</c>, <c>https:443/</c> or <c>tcp:22</c>.</summary>
/// <param name="Protocol">One of <see cref="Http"/>, <see cref="Https"/>, <see cref="Tcp"/>.</param>
/// <param name="Path">Begins with a slash; empty over TCP.</param>
public sealed record HostCheck(string Protocol, int Port, string Path)
{
    public const string Http = "http";
    public const string Https = "https";
    public const string Tcp = "tcp";

    /// <summary>Route53 takes no longer path.</summary>
    public const int MaxPathLength = 255;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Protocol}:{Port}{Path}");

    /// <summary>Null for what is no check.</summary>
    public static HostCheck? TryParse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (colon < 0 || (slash >= 0 && slash < colon)) return null;

        var (protocol, path) = (text[..colon], slash < 0 ? "" : text[slash..]);
        var number = slash < 0 ? text[(colon + 1)..] : text[(colon + 1)..slash];
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is 0 or > 65_535) return null;
        return protocol switch
        {
            Tcp when path is "" => new(protocol, port, ""),
            Http or Https when path.Length is >= 1 and <= MaxPathLength => new(protocol, port, path),
            _ => null,
        };
    }
}
