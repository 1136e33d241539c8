using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;

namespace Dockerland.DnsUpdater.Registry;

/// <summary>Reads a secret once: a parameter of SSM by its name or ARN, or a secret of Secrets Manager by its ARN.</summary>
internal sealed class SecretText(string name)
{
    private string? _value;

    public async Task<string> ReadAsync(CancellationToken cancellationToken) =>
        _value ??= name.Contains(":secretsmanager:", StringComparison.Ordinal) ? await ReadSecretAsync(cancellationToken) : await ReadParameterAsync(cancellationToken);

    private async Task<string> ReadParameterAsync(CancellationToken cancellationToken)
    {
        using var client = new AmazonSimpleSystemsManagementClient();
        var response = await Access.CallAsync("ssm:GetParameter", () => client.GetParameterAsync(new() { Name = name, WithDecryption = true }, cancellationToken), name);
        return response.Parameter.Value;
    }

    private async Task<string> ReadSecretAsync(CancellationToken cancellationToken)
    {
        using var client = new AmazonSecretsManagerClient();
        var response = await Access.CallAsync("secretsmanager:GetSecretValue", () => client.GetSecretValueAsync(new() { SecretId = name }, cancellationToken), name);
        return response.SecretString;
    }
}
