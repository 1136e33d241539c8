using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.Ssm;

namespace Dockerland.Infra.Components;

/// <summary>The stack's secrets as SecureString parameters, which hosts and functions read when they need them.</summary>
public sealed class SecretStore : ComponentResource
{
    private readonly Dictionary<string, StoredSecret> _stored = [];

    public SecretStore(string name, SecretStoreArgs args, ComponentResourceOptions? options = null)
        : base("dockerland:components:SecretStore", name, options)
    {
        foreach (var (key, value) in args.Values)
        {
            if (value is null) continue;

            var path = $"{args.Path}/{key}";
            // A certificate with its chain is often more than the 4 KB that cost nothing.
            var parameter = new Parameter(key, new() { Name = path, Type = ParameterType.SecureString, Value = value.ToOutput(), Tier = "Intelligent-Tiering" }, new() { Parent = this });
            _stored.Add(key, new(path, parameter.Arn));
        }

        RegisterOutputs();
    }

    /// <summary>The secret of that name, or null when it isn't set.</summary>
    public StoredSecret? Find(string key) => _stored.GetValueOrDefault(key);
}

/// <summary>Where a secret lies. The name is known before it is there, so that user-data can hold it.</summary>
public sealed record StoredSecret(string Name, Output<string> Arn);

/// <summary>What a <see cref="SecretStore"/> is made of.</summary>
public sealed record SecretStoreArgs
{
    /// <summary>The parameters' folder, such as <c>/dockerland/dev</c>.</summary>
    public required string Path { get; init; }

    /// <summary>By name; one that isn't set is left out.</summary>
    public required ImmutableSortedDictionary<string, Secret?> Values { get; init; }
}
