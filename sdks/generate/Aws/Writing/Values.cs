using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Sdks.Generate.Aws.Writing;

/// <summary>C# expressions that turn plain values into text, and Core's readers of them.</summary>
internal static class Values
{
    /// <param name="type">The value's type.</param>
    /// <param name="value">An expression of it, not absent.</param>
    /// <param name="timestampFormat">How the protocol writes timestamps there.</param>
    public static string Text(TypeUse type, string value, string timestampFormat = "iso8601") => type switch
    {
        EnumerationType => $"StringUtils.FromString({value})",
        PlainType plain => plain.Kind switch
        {
            "string" => $"StringUtils.FromString({value})",
            "integer" => $"StringUtils.FromInt({value})",
            "long" => $"StringUtils.FromLong({value})",
            "float" => $"StringUtils.FromFloat({value})",
            "double" => $"StringUtils.FromDouble({value})",
            "boolean" => $"StringUtils.FromBool({value})",
            "blob" => $"StringUtils.FromMemoryStream({value})",
            "timestamp" => Timestamp(plain.TimestampFormat ?? timestampFormat, value),
            var kind => throw new GenerateException($"'{kind}' has no text yet."),
        },
        _ => throw new GenerateException($"{type} isn't text."),
    };

    /// <summary>Core's reader of a type, which exists for XML and for JSON; structures have their own.</summary>
    public static string Reader(TypeUse type, bool isElement = false) => type switch
    {
        EnumerationType => "StringUnmarshaller",
        StructureType structure => structure.Name + "Unmarshaller",
        PlainType plain => (isElement ? "" : plain.Kind is "string" or "blob" ? "" : "Nullable") + plain.Kind switch
        {
            "string" => "StringUnmarshaller",
            "integer" => "IntUnmarshaller",
            "long" => "LongUnmarshaller",
            "float" => "FloatUnmarshaller",
            "double" => "DoubleUnmarshaller",
            "boolean" => "BoolUnmarshaller",
            "timestamp" => "DateTimeUnmarshaller",
            "blob" => "MemoryStreamUnmarshaller",
            var kind => throw new GenerateException($"'{kind}' has no reader yet."),
        },
        _ => throw new GenerateException($"{type} has no reader of its own."),
    };

    /// <summary>The value of a member in a request, without the absence.</summary>
    public static string Present(Member member, string owner) =>
        $"{owner}.{member.Name}" + (CSharpTypes.IsValue(member.Type) ? ".Value" : "");

    private static string Timestamp(string format, string value) => format switch
    {
        "iso8601" => $"StringUtils.FromDateTimeToISO8601WithOptionalMs({value})",
        "rfc822" => $"StringUtils.FromDateTimeToRFC822({value})",
        "unixTimestamp" => $"StringUtils.FromDateTimeToUnixTimestamp({value})",
        _ => throw new GenerateException($"There is no timestamp format '{format}'."),
    };
}
