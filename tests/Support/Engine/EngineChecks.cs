using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Grpc;
using Pulumi.Rpc;
using Kind = Google.Protobuf.WellKnownTypes.Value.KindOneofCase;

namespace Dockerland.Tests.Support.Engine;

/// <summary>What the real engine refuses.</summary>
internal static partial class EngineChecks
{
    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    private static readonly HashSet<string> Signatures =
    [
        "c44067f5952c0a294b673a41bacd8c17", "0def7320c3a5731c473e5ecbe6d01bc7", "1b47061264138c4ac30d75fd1eb44270",
        "5cf8f73096256a8f31e491e813e4eb8e", "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    ];

    public static void Check(RegisterResourceRequest request)
    {
        if (request.Parent.Length > 0) Urn(request.Parent, "parent");
        foreach (var urn in request.Dependencies) Urn(urn, "dependency");
        foreach (var urn in request.PropertyDependencies.Values.SelectMany(property => property.Urns)) Urn(urn, "property dependency");
        if (request.Custom || request.Remote) Token(request.Type);
        Version(request.Version);
        Provider(request.Provider);
        if (request.EnvVarMappings.Count > 0 && !request.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            throw Invalid("envVarMappings can only be set on provider resources");
        Value(new Value { StructValue = request.Object ?? new Struct() });
    }

    public static void Check(ReadResourceRequest request)
    {
        if (request.Parent.Length > 0) Urn(request.Parent, "parent");
        foreach (var urn in request.Dependencies) Urn(urn, "dependency");
        Token(request.Type);
        Version(request.Version);
        Provider(request.Provider);
    }

    /// <summary>To a client that takes no partial values an output with an unknown anywhere in it isn't told at all.</summary>
    public static Struct WithoutUnknowns(Struct? outputs)
    {
        var known = new Struct();
        foreach (var (key, value) in outputs?.Fields.ToArray() ?? [])
        {
            if (!HasUnknown(value)) known.Fields.Add(key, value);
        }

        return known;
    }

    private static bool HasUnknown(Value value) => value.KindCase switch
    {
        Kind.StringValue => value.StringValue == Unknown,
        Kind.ListValue => value.ListValue.Values.Any(HasUnknown),
        Kind.StructValue => value.StructValue.Fields.Values.Any(HasUnknown),
        _ => false,
    };

    private static void Value(Value value)
    {
        foreach (var element in value.ListValue?.Values ?? []) Value(element);
        if (value.StructValue is not { } fields) return;
        if (fields.Fields.TryGetValue(SignatureKey, out var signature) && !Signatures.Contains(signature.StringValue))
            throw Invalid($"unrecognized signature '{signature.StringValue}' in property value");
        foreach (var field in fields.Fields.Values) Value(field);
    }

    private static void Urn(string urn, string what)
    {
        if (!urn.StartsWith("urn:pulumi:", StringComparison.Ordinal) || urn.Split("::", 4).Length != 4)
            throw Invalid($"invalid {what} URN: {urn}");
    }

    private static void Token(string type)
    {
        if (type.Split(':').Length != 3) throw Invalid($"Type '{type}' is not a valid type token (must have format '*:*:*')");
    }

    private static void Version(string version)
    {
        if (version.Length > 0 && !StrictVersion().IsMatch(version)) throw Invalid($"could not parse provider version '{version}'");
    }

    private static void Provider(string reference)
    {
        if (reference.Length == 0) return;
        var end = reference.LastIndexOf("::", StringComparison.Ordinal);
        if (end < 0 || reference.Length == end + 2) throw Invalid($"could not parse provider reference '{reference}'");
        Urn(reference[..end], "provider");
    }

    private static WireFailure Invalid(string reason) => new(RpcStatusCode.InvalidArgument, reason);

    [GeneratedRegex(@"^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$")]
    private static partial Regex StrictVersion();
}
