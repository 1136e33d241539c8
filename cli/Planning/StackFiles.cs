using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace Dockerland.Cli.Planning;

/// <summary>What a stack's files say: full key → text, and which keys are kept encrypted.</summary>
internal sealed record StackConfiguration(
    string Project, string Stack, ImmutableSortedDictionary<string, string> Values, ImmutableHashSet<string> SecretKeys)
{
    /// <summary>Full key of each encrypted setting → short hash of its ciphertext.</summary>
    public ImmutableSortedDictionary<string, string> SecretHashes { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Reads Pulumi.yaml and Pulumi.STACK.yaml as the Pulumi CLI does, but never decrypts.</summary>
internal static class StackFiles
{
    /// <summary>Stands for an encrypted value: 16 bytes in base64, so that it passes for a key as well as for a password.</summary>
    public static readonly string EncryptedValue = Convert.ToBase64String("<secret><secret>"u8);

    private const string ProjectFile = "Pulumi.yaml";

    public static StackConfiguration Read(Repository repository, string stack)
    {
        if (!File.Exists(repository.PathOf(ProjectFile)))
            throw new CliException($"There is no {ProjectFile} in '{repository.Root}'. Get it back: git checkout -- {ProjectFile}");
        var stacks = List(repository);
        if (!stacks.Contains(stack))
            throw new CliException($"There is no stack '{stack}'. {(Typo.Guess(stack, stacks) is { } guess ? $"Did you mean '{guess}'?" : $"There are: {string.Join(", ", stacks)}; a stack is a file Pulumi.STACK.yaml.")}");
        return Parse(stack, File.ReadAllText(repository.PathOf(ProjectFile)), File.ReadAllText(repository.PathOf(FileOf(stack))));
    }

    public static IReadOnlyList<string> List(Repository repository) =>
    [
        .. Directory.EnumerateFiles(repository.Root, FileOf("*"))
            .Select(file => Path.GetFileName(file)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal),
    ];

    internal static StackConfiguration Parse(string stack, string projectText, string stackText)
    {
        var yaml = new ConfigYaml(ProjectFile);
        var root = yaml.Read(projectText);
        var project = Child(root, "name") is YamlScalarNode { Value: { Length: > 0 } name } ? name : throw new CliException($"{ProjectFile}: 'name' is missing.");

        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, declared) in Entries(yaml, root, project))
        {
            if (Default(declared) is { } fallback)
                values[key] = yaml.Text(fallback);
        }

        yaml = new(FileOf(stack));
        var secrets = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in Entries(yaml, yaml.Read(stackText), project))
        {
            if (HasSecret(value, depth: 0))
            {
                secrets.Add(key);
                hashes[key] = Hash(yaml.Text(value));
            }
            values[key] = IsSecret(value) ? EncryptedValue : yaml.Text(value);
        }
        return new(project, stack, values.ToImmutable(), secrets.ToImmutable()) { SecretHashes = hashes.ToImmutable() };
    }

    // Enough to tell two ciphertexts apart, and nothing of what is in them.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];

    private static string FileOf(string stack) => $"Pulumi.{stack}.yaml";

    private static IEnumerable<(string Key, YamlNode Value)> Entries(ConfigYaml yaml, YamlMappingNode root, string project) =>
        Child(root, "config") is { } config
            ? yaml.Mapping(config, "'config'").Children.Select(entry => (FullKey(yaml.Key(entry.Key), project), entry.Value))
            : [];

    private static string FullKey(string key, string project) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project}:{key}";

    // A declaration is a schema with an optional default, a fixed value, or the value itself.
    private static YamlNode? Default(YamlNode declared) =>
        declared is YamlMappingNode schema ? Child(schema, "default") ?? Child(schema, "value") : declared;

    private static bool IsSecret(YamlNode value) => value is YamlMappingNode { Children.Count: 1 } mapping && Child(mapping, "secure") is YamlScalarNode;

    private static bool HasSecret(YamlNode value, int depth) => depth < 64 && (IsSecret(value) || value switch
    {
        YamlMappingNode mapping => mapping.Children.Values.Any(child => HasSecret(child, depth + 1)),
        YamlSequenceNode list => list.Children.Any(child => HasSecret(child, depth + 1)),
        _ => false,
    });

    private static YamlNode? Child(YamlMappingNode mapping, string key) => mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
