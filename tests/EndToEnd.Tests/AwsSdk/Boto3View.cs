using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Amazon.Runtime;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

/// <summary>Compares what a client read with what boto3 read, member by member, both ways.</summary>
internal static class Boto3View
{
    public static void AssertSame(JsonElement boto3, object value)
    {
        var differences = Differences(boto3, value, "").ToArray();
        Assert.True(differences is [], string.Join('\n', differences));
    }

    internal static IEnumerable<string> Differences(JsonElement seen, object? value, string path) => (seen.ValueKind, value) switch
    {
        (JsonValueKind.Object, IDictionary map) when map.Count == seen.EnumerateObject().Count() =>
            seen.EnumerateObject().SelectMany(entry => Differences(entry.Value, map[entry.Name], $"{path}[{entry.Name}]")),
        (JsonValueKind.Object, not null and not IDictionary) => OfMembers(seen, value, path),
        (JsonValueKind.Array, IList list) when list.Count == seen.GetArrayLength() =>
            seen.EnumerateArray().SelectMany((item, index) => Differences(item, list[index], $"{path}[{index}]")),
        // Without elements boto3 has a list where this SDK has none.
        (JsonValueKind.Array, null) when seen.GetArrayLength() == 0 => [],
        _ => IsSame(seen, value) ? [] : [$"{path}: boto3 has {seen.GetRawText()}, the client '{value}'"],
    };

    private static IEnumerable<string> OfMembers(JsonElement seen, object value, string path)
    {
        var properties = value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.DeclaringType?.Namespace != "Amazon.Runtime")
            .ToDictionary(property => property.Name);
        foreach (var member in seen.EnumerateObject().Where(member => member.Name != "ResponseMetadata"))
        {
            var name = char.ToUpperInvariant(member.Name[0]) + member.Name[1..];
            if (!properties.Remove(name, out var property))
                yield return $"{path}.{member.Name}: the client has no such member";
            else
                foreach (var difference in Differences(member.Value, property.GetValue(value), $"{path}.{name}"))
                    yield return difference;
        }
        foreach (var property in properties.Values.Where(property => property.GetValue(value) is not null))
            yield return $"{path}.{property.Name}: boto3 has nothing, the client '{property.GetValue(value)}'";
    }

    private static bool IsSame(JsonElement seen, object? value) => (seen.ValueKind, value) switch
    {
        (JsonValueKind.String, DateTime time) =>
            // Seconds with a fraction aren't exact to the last tick.
            (DateTime.Parse(seen.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal) - time.ToUniversalTime()).Duration()
                < TimeSpan.FromMilliseconds(1),
        (JsonValueKind.String, MemoryStream bytes) => seen.GetString() == Convert.ToBase64String(bytes.ToArray()),
        (JsonValueKind.String, string text) => seen.GetString() == text,
        // A value that the model has is the model's, however the answer writes it.
        (JsonValueKind.String, ConstantClass constant) => string.Equals(seen.GetString(), constant.Value, StringComparison.OrdinalIgnoreCase),
        (JsonValueKind.Number, IConvertible number) => seen.GetDouble() == number.ToDouble(CultureInfo.InvariantCulture),
        (JsonValueKind.True, true) or (JsonValueKind.False, false) => true,
        _ => false,
    };
}
