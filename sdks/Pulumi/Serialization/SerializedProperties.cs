using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Properties on the wire, with what each depends on.</summary>
internal sealed record SerializedProperties(
    Struct Object, IReadOnlyDictionary<string, IReadOnlySet<Resource>> Dependencies, bool ContainsUnknowns);
