using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dockerland.Cli.Boot;

/// <summary>Puts into moto what the stack makes for hosts: parameters with values that nobody else has, log groups, zones, and the group that they belong to.</summary>
internal sealed partial class MotoContent(Uri moto, string region) : IDisposable
{
    // Fits a gossip key as well as a password.
    private const int SecretLength = 32;

    private readonly HttpClient _client = new() { BaseAddress = moto };

    /// <returns>The ids of the zones, by what stands for them.</returns>
    public async Task<IReadOnlyDictionary<string, string>> FillAsync(HostPlan host, Authority authority, CancellationToken cancellationToken)
    {
        foreach (var name in host.Parameters)
        {
            var value = host.Certificates.Contains(name) ? authority.SignPem("localhost") : Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretLength));
            await CallAsync("ssm", "AmazonSSM.PutParameter", new() { ["Name"] = name, ["Type"] = "SecureString", ["Value"] = value }, cancellationToken);
        }

        foreach (var group in host.LogGroups)
            await CallAsync("logs", "Logs_20140328.CreateLogGroup", new() { ["logGroupName"] = group }, cancellationToken);
        var zones = new Dictionary<string, string>();
        foreach (var (placeholder, name) in host.Zones) zones[placeholder] = await MakeZoneAsync(placeholder, name, cancellationToken);
        return zones;
    }

    /// <returns>The id of one of its instances, which moto makes at once.</returns>
    public async Task<string> StartGroupAsync(string name, long size, CancellationToken cancellationToken)
    {
        var count = size.ToString(CultureInfo.InvariantCulture);
        await AskAsync("CreateLaunchConfiguration", new() { ["LaunchConfigurationName"] = name, ["ImageId"] = "ami-0123456789abcdef0", ["InstanceType"] = "t3.micro" }, cancellationToken);
        await AskAsync(
            "CreateAutoScalingGroup",
            new() { ["AutoScalingGroupName"] = name, ["LaunchConfigurationName"] = name, ["MinSize"] = count, ["MaxSize"] = count, ["AvailabilityZones.member.1"] = $"{region}a" },
            cancellationToken);
        var instances = await AskAsync("DescribeAutoScalingInstances", [], cancellationToken);
        return InstanceId().Match(instances) is { Success: true } match ? match.Value : throw new CliException($"moto has no instance of the group '{name}': {instances}");
    }

    public void Dispose() => _client.Dispose();

    private async Task<string> MakeZoneAsync(string reference, string name, CancellationToken cancellationToken)
    {
        var document = $"""<CreateHostedZoneRequest xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><Name>{name}</Name><CallerReference>{Uri.EscapeDataString(reference)}</CallerReference></CreateHostedZoneRequest>""";
        using var content = new StringContent(document, Encoding.UTF8, "application/xml");
        var zone = await SendAsync("route53", "/2013-04-01/hostedzone", content, null, cancellationToken);
        return ZoneId().Match(zone) is { Success: true } match ? match.Groups[1].Value : throw new CliException($"moto made no zone '{name}': {zone}");
    }

    private async Task<string> AskAsync(string action, Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        using var content = new FormUrlEncodedContent(parameters.Append(new("Action", action)).Append(new("Version", "2011-01-01")));
        return await SendAsync("autoscaling", "/", content, null, cancellationToken);
    }

    private async Task CallAsync(string service, string target, JsonObject body, CancellationToken cancellationToken)
    {
        using var content = new StringContent(body.ToJsonString());
        content.Headers.ContentType = new("application/x-amz-json-1.1");
        await SendAsync(service, "/", content, target, cancellationToken);
    }

    // moto looks at the service's name in the signature, and at nothing else of it.
    private async Task<string> SendAsync(string service, string path, HttpContent content, string? target, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (target is not null) request.Headers.Add("X-Amz-Target", target);
        request.Headers.Authorization = new AuthenticationHeaderValue("AWS4-HMAC-SHA256", $"Credential=test/20250101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0");
        using var response = await _client.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode ? answer : throw new CliException($"moto refuses {target ?? service} with {(int)response.StatusCode}: {answer}");
    }

    [GeneratedRegex("i-[0-9a-f]{8,}")]
    private static partial Regex InstanceId();

    [GeneratedRegex("<Id>/hostedzone/([A-Z0-9]+)</Id>")]
    private static partial Regex ZoneId();
}
