using System.Collections.Immutable;
using System.Text;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>Secrets that are easy to find again, wherever they may have leaked to.</summary>
internal static class PlantedSecrets
{
    private const string Pem = "planted-balancer-pem";

    private static readonly ImmutableSortedDictionary<string, string> Secrets = ImmutableSortedDictionary<string, string>.Empty
        .Add("registryPassword", "planted-registry-password")
        .Add("nodeRegistryKey", "planted-node-registry-key")
        .Add("cookieSecret", "planted-cookie-secret")
        // Base64 of 32 bytes.
        .Add("gossipKey", Convert.ToBase64String(Encoding.UTF8.GetBytes("planted-gossip-key-of-32-bytes!!")))
        .Add("balancerPem", $"-----BEGIN CERTIFICATE-----\n{Pem}\n-----END CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----\n{Pem}\n-----END PRIVATE KEY-----");

    // What the secrets are for; without these nothing would use them.
    private static readonly ImmutableSortedDictionary<string, string> Users = ImmutableSortedDictionary<string, string>.Empty
        .Add("registryServer", "registry.example.com")
        .Add("registryUser", "dockerland")
        .Add("nodeRegistryUrl", "https://nodes.example.com")
        .Add("nodeRegistryUser", "dockerland");

    /// <summary>The keys that are set.</summary>
    public static IEnumerable<string> Keys => Secrets.Keys.Concat(Users.Keys);

    /// <summary>The secrets as they were set and in base64, as user-data would hold them.</summary>
    public static IEnumerable<string> Traces => Secrets.Values.SelectMany(secret => new[] { secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) }).Append(Pem);

    public static async Task PlantAsync(PulumiWorkspace workspace)
    {
        foreach (var (key, value) in Secrets) await workspace.SetSecretAsync(key, value);
        foreach (var (key, value) in Users) await workspace.SetAsync(key, value);
    }
}
