using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Dockerland.Cli.Boot;

/// <summary>The metadata service of one instance, version 2 alone, with the instance's tags.</summary>
/// <param name="hostName">Without its domain.</param>
/// <param name="fleet">Whose role and security group it has.</param>
internal sealed class InstanceMetadata(string hostName, string fleet, string region, IReadOnlyDictionary<string, string> tags)
{
    private const string Root = "/latest/meta-data/";
    private const string TokenLife = "X-aws-ec2-metadata-token-ttl-seconds";
    private const int MostSeconds = 21_600;

    private readonly ConcurrentDictionary<string, byte> _tokens = new();

    public string InstanceId { get; set; } = "i-0123456789abcdef0";

    /// <summary>The instance's own, once it has one.</summary>
    public string Address { get; set; } = "";

    /// <summary>What becomes of the instance: path → what it says of late; null for what it no longer knows.</summary>
    public ConcurrentDictionary<string, string?> News { get; } = new(StringComparer.Ordinal);

    public async Task AnswerAsync(HttpContext context)
    {
        var (status, text) = Answer(context.Request);
        context.Response.StatusCode = status;
        // AWS's clients take no token without it.
        if (context.Request.Headers.TryGetValue(TokenLife, out var life)) context.Response.Headers[TokenLife] = life;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync(text);
    }

    private (int Status, string Text) Answer(HttpRequest request) => (request.Method, request.Path.Value!) switch
    {
        ("PUT", "/latest/api/token") => GiveToken(request.Headers[TokenLife].ToString()),
        ("GET", _) when !_tokens.ContainsKey(request.Headers["X-aws-ec2-metadata-token"].ToString()) => (StatusCodes.Status401Unauthorized, ""),
        ("GET", "/latest/dynamic/instance-identity/document") =>
            (StatusCodes.Status200OK, $$"""{"accountId":"{{HostPlan.Account}}","instanceId":"{{InstanceId}}","region":"{{region}}","availabilityZone":"{{region}}a","privateIp":"{{Address}}"}"""),
        ("GET", var path) when path.StartsWith(Root, StringComparison.Ordinal) && Find(path[Root.Length..]) is { } found => (StatusCodes.Status200OK, found),
        _ => (StatusCodes.Status404NotFound, ""),
    };

    private string? Find(string path) => News.TryGetValue(path, out var text) ? text : FindFirst(path);

    private string? FindFirst(string path) => path switch
    {
        "instance-id" => InstanceId,
        "ami-id" => "ami-0123456789abcdef0",
        "instance-type" => "t3.micro",
        "instance-life-cycle" => "on-demand",
        "hostname" or "local-hostname" => $"{hostName}.{region}.compute.internal",
        "local-ipv4" or "public-ipv4" => Address,
        "placement/region" => region,
        "placement/availability-zone" => $"{region}a",
        "security-groups" => fleet,
        "autoscaling/target-lifecycle-state" => "InService",
        "iam/security-credentials" or "iam/security-credentials/" => fleet,
        _ when path == $"iam/security-credentials/{fleet}" =>
            """{"Code":"Success","LastUpdated":"2025-01-01T00:00:00Z","Type":"AWS-HMAC","AccessKeyId":"ASIAEXAMPLE","SecretAccessKey":"stand-in","Token":"stand-in","Expiration":"2099-01-01T00:00:00Z"}""",
        "tags/instance" or "tags/instance/" => string.Join('\n', tags.Keys),
        _ when path.StartsWith("tags/instance/", StringComparison.Ordinal) => tags.GetValueOrDefault(path["tags/instance/".Length..]),
        _ => null,
    };

    private (int Status, string Text) GiveToken(string seconds)
    {
        if (!int.TryParse(seconds, CultureInfo.InvariantCulture, out var life) || life is < 1 or > MostSeconds) return (StatusCodes.Status400BadRequest, "");
        var token = Guid.NewGuid().ToString("N");
        _tokens[token] = 0;
        return (StatusCodes.Status200OK, token);
    }
}
