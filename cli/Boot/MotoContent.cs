using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Boot;

/// <summary>Puts into moto what the stack makes for hosts: parameters with values that nobody else has, and log groups.</summary>
internal sealed class MotoContent(Uri moto, string region)
{
    // Fits a gossip key as well as a password.
    private const int SecretLength = 32;

    public async Task FillAsync(HostPlan host, Authority authority, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = moto };
        foreach (var name in host.Parameters)
        {
            var value = host.Certificates.Contains(name) ? authority.SignPem("localhost") : Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength));
            await CallAsync(client, "ssm", "AmazonSSM.PutParameter", new() { ["Name"] = name, ["Type"] = "SecureString", ["Value"] = value }, cancellationToken);
        }

        foreach (var group in host.LogGroups)
            await CallAsync(client, "logs", "Logs_20140328.CreateLogGroup", new() { ["logGroupName"] = group }, cancellationToken);
    }

    // moto looks at the service's name in the signature, and at nothing else of it.
    private async Task CallAsync(HttpClient client, string service, string target, JsonObject body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent(body.ToJsonString()) };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=test/20250101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new CliException($"moto refuses {target} with {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
