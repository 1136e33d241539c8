using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime;

namespace Dockerland.Cli.Dns;

/// <summary>Takes a role by AWS's own command line: the package that asks for roles is none of this program's.</summary>
internal static class AssumedRole
{
    private const string Program = "aws";
    private const string SessionName = "dockerland-dns";

    /// <param name="role">As an entry of <c>aws:assumeRoles</c>. Its duration is left out, since a pass takes minutes.</param>
    public static async Task<AWSCredentials> TakeAsync(JsonElement role, AwsAccess access, CancellationToken cancellationToken)
    {
        var arn = role.GetProperty("roleArn").GetString();
        var current = await access.Credentials.GetCredentialsAsync();
        var environment = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = current.AccessKey,
            ["AWS_SECRET_ACCESS_KEY"] = current.SecretKey,
            ["AWS_SESSION_TOKEN"] = string.IsNullOrEmpty(current.Token) ? null : current.Token,
            ["AWS_PROFILE"] = null,
            ["AWS_DEFAULT_PROFILE"] = null,
        };
        string[] arguments = ["sts", "assume-role", "--region", access.Region.SystemName, "--output", "json", "--cli-input-json", Request(role).ToJsonString()];
        List<string> output = [], errors = [];
        var code = await ChildProcess.RunAsync(Program, arguments, Directory.GetCurrentDirectory(), output.Add, errors.Add, cancellationToken, environment);
        if (code is not 0) throw new CliException($"The role {arn} of aws:assumeRoles can't be taken: {string.Join(' ', errors.Select(line => line.Trim()).Where(line => line is not ""))} Let it trust the credentials in use, or say --profile PROFILE, whose credentials are the role's.");

        var credentials = JsonElement.Parse(string.Concat(output)).GetProperty("Credentials");
        string Text(string name) => credentials.GetProperty(name).GetString()!;
        return new SessionAWSCredentials(Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"));
    }

    /// <summary>Whether an entry names a role.</summary>
    public static bool IsOne(JsonElement role) => role.ValueKind is JsonValueKind.Object && role.TryGetProperty("roleArn", out var arn) && arn.ValueKind is JsonValueKind.String;

    // Members of the provider's by their names in the request.
    internal static JsonObject Request(JsonElement role)
    {
        var request = new JsonObject { ["RoleSessionName"] = SessionName };
        foreach (var (name, member) in new[] { ("roleArn", "RoleArn"), ("sessionName", "RoleSessionName"), ("externalId", "ExternalId"), ("policy", "Policy"), ("sourceIdentity", "SourceIdentity"), ("transitiveTagKeys", "TransitiveTagKeys") })
            if (role.TryGetProperty(name, out var value)) request[member] = JsonSerializer.SerializeToNode(value);
        if (role.TryGetProperty("policyArns", out var arns)) request["PolicyArns"] = new JsonArray([.. arns.EnumerateArray().Select(arn => new JsonObject { ["arn"] = arn.GetString() })]);
        if (role.TryGetProperty("tags", out var tags)) request["Tags"] = new JsonArray([.. tags.EnumerateObject().Select(tag => new JsonObject { ["Key"] = tag.Name, ["Value"] = tag.Value.GetString() })]);
        return request;
    }
}
