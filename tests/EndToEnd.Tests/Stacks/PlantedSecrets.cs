using System.Text;
using Dockerland.Tests.Support.Deployments;

namespace Dockerland.Tests.EndToEnd.Stacks;

/// <summary>Secrets that are easy to find again, wherever they may have leaked to.</summary>
internal static class PlantedSecrets
{
    private const string RegistryPassword = "planted-registry-password";
    private const string NodeRegistryKey = "planted-node-registry-key";
    private const string CookieSecret = "planted-cookie-secret";

    // A gossip key is base64 of 32 bytes.
    private static readonly string GossipKey = Convert.ToBase64String(Encoding.UTF8.GetBytes("planted-gossip-key-of-32-bytes!!"));

    /// <summary>The secrets as they were set and in base64, as user-data would hold them.</summary>
    public static IEnumerable<string> Traces =>
        new[] { RegistryPassword, NodeRegistryKey, GossipKey, CookieSecret }.SelectMany(secret => new[] { secret, Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) });

    public static async Task PlantAsync(PulumiWorkspace workspace)
    {
        await workspace.SetSecretAsync("registryPassword", RegistryPassword);
        await workspace.SetSecretAsync("nodeRegistryKey", NodeRegistryKey);
        await workspace.SetSecretAsync("gossipKey", GossipKey);
        await workspace.SetSecretAsync("cookieSecret", CookieSecret);
        // What the secrets are for; without these nothing would use them.
        await workspace.SetAsync("registryServer", "registry.example.com");
        await workspace.SetAsync("registryUser", "dockerland");
        await workspace.SetAsync("nodeRegistryUrl", "https://nodes.example.com");
        await workspace.SetAsync("nodeRegistryUser", "dockerland");
    }
}
