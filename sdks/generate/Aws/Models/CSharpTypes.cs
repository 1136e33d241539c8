namespace Dockerland.Sdks.Generate.Aws.Models;

/// <summary>The C# types of a model's, as the official SDK has them.</summary>
internal static class CSharpTypes
{
    public static bool IsCollection(TypeUse type) => type is ListType or MapType;

    public static bool IsValue(TypeUse type) => type is PlainType { Kind: not ("string" or "blob") };

    /// <summary>The type of a property: plain values can be absent.</summary>
    public static string Property(TypeUse type) => type switch
    {
        EnumerationType enumeration => enumeration.Name,
        _ => IsValue(type) ? Element(type) + "?" : Element(type),
    };

    /// <summary>The type in a collection, where enumerations are just text.</summary>
    public static string Element(TypeUse type) => type switch
    {
        EnumerationType => "string",
        StructureType structure => structure.Name,
        ListType list => $"List<{Element(list.Element.Type)}>",
        MapType map => $"Dictionary<{Element(map.Key.Type)}, {Element(map.Value.Type)}>",
        PlainType plain => plain.Kind switch
        {
            "string" => "string",
            "integer" => "int",
            "long" => "long",
            "float" => "float",
            "double" => "double",
            "boolean" => "bool",
            "timestamp" => "DateTime",
            "blob" => "MemoryStream",
            var kind => throw new GenerateException($"There is no C# type for '{kind}' yet."),
        },
        _ => throw new GenerateException($"There is no C# type for {type} yet."),
    };
}
