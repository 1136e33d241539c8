using System.Collections.Immutable;
using System.Net;

namespace Dockerland.Dns;

/// <summary>Values of records, in the form in which they are compared.</summary>
public static class RecordValues
{
    /// <summary>Each value once, in one spelling and in order.</summary>
    public static ImmutableArray<string> Normalize(string type, IEnumerable<string> values) =>
        [.. values.Select(value => Normalize(type, value)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static string Normalize(string type, string value) => type switch
    {
        RecordTypes.A or RecordTypes.Aaaa => IPAddress.TryParse(value, out var address) ? address.ToString() : value,
        RecordTypes.Cname => RecordName.Normalize(value),
        RecordTypes.Txt => TextValue.Read(value),
        _ => value,
    };
}
