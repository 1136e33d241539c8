using Amazon.SecretsManager;
using Amazon.SecretsManager.Model;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

[Collection(MotoClients.Name)]
public sealed class SecretClientTests(MotoFixture moto)
{
    [SkippableFact]
    public async Task Parameters_Are_What_Boto3_Sees()
    {
        using var client = Parameters();
        await moto.Boto3Async("s = boto3.client('ssm')\ns.put_parameter(Name='/dev/token', Value='s3cret <é>', Type='SecureString')\ns.put_parameter(Name='/dev/plain', Value='x', Type='String')\nresult = 1");

        var one = await client.GetParameterAsync(new() { Name = "/dev/token", WithDecryption = true });
        var several = await client.GetParametersAsync(new() { Names = ["/dev/token", "/dev/plain", "/dev/missing"], WithDecryption = true });

        Boto3View.AssertSame(await moto.Boto3Async("result = boto3.client('ssm').get_parameter(Name='/dev/token', WithDecryption=True)"), one);
        Boto3View.AssertSame(await moto.Boto3Async("result = boto3.client('ssm').get_parameters(Names=['/dev/token', '/dev/plain', '/dev/missing'], WithDecryption=True)"), several);
        Assert.Equal("s3cret <é>", one.Parameter.Value);
    }

    [SkippableFact]
    public async Task A_Missing_Parameter_Is_The_Exception_Of_Its_Name()
    {
        using var client = Parameters();

        await Assert.ThrowsAsync<ParameterNotFoundException>(() => client.GetParameterAsync(new() { Name = "/dev/none" }));
    }

    [SkippableFact]
    public async Task Secrets_Are_What_Boto3_Sees()
    {
        using var client = Secrets();
        await moto.Boto3Async("s = boto3.client('secretsmanager')\ns.create_secret(Name='text', SecretString='s3cret')\ns.create_secret(Name='bytes', SecretBinary=b'\\x01\\x02')\nresult = 1");

        var text = await client.GetSecretValueAsync(new() { SecretId = "text" });
        var bytes = await client.GetSecretValueAsync(new() { SecretId = "bytes" });

        Boto3View.AssertSame(await moto.Boto3Async("result = boto3.client('secretsmanager').get_secret_value(SecretId='text')"), text);
        Assert.Equal([1, 2], bytes.SecretBinary.ToArray());
    }

    [SkippableFact]
    public async Task A_Missing_Secret_Is_The_Exception_Of_Its_Name()
    {
        using var client = Secrets();

        await Assert.ThrowsAsync<ResourceNotFoundException>(() => client.GetSecretValueAsync(new() { SecretId = "none" }));
    }

    private AmazonSimpleSystemsManagementClient Parameters() => new(MotoFixture.Credentials, moto.Config<AmazonSimpleSystemsManagementConfig>());

    private AmazonSecretsManagerClient Secrets() => new(MotoFixture.Credentials, moto.Config<AmazonSecretsManagerConfig>());
}
