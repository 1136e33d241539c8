namespace Pulumi.Serialization;

/// <summary>The wire's own words: section C.1 of the engine's protocol.</summary>
internal static class Constants
{
    /// <summary>An object with this key isn't a plain object; the value says what it is.</summary>
    public const string SignatureKey = "4dabf18193072939515e22adb298388d";

    public const string AssetSignature = "c44067f5952c0a294b673a41bacd8c17";
    public const string ArchiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";
    public const string ResourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string OutputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

    public const string UnknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>The engine has one unknown per type; all mean the same to a program.</summary>
    public static readonly IReadOnlySet<string> UnknownValues = new HashSet<string>
    {
        UnknownValue,
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    };

    public const string PathProperty = "path";
    public const string TextProperty = "text";
    public const string UriProperty = "uri";
    public const string AssetsProperty = "assets";
    public const string ValueProperty = "value";
    public const string SecretProperty = "secret";
    public const string DependenciesProperty = "dependencies";
    public const string UrnProperty = "urn";
    public const string IdProperty = "id";

    /// <summary>Keys with this prefix are the engine's own and never a program's.</summary>
    public const string InternalPrefix = "__";

    public const string StackType = "pulumi:pulumi:Stack";
    public const string GetResourceToken = "pulumi:pulumi:getResource";
}
