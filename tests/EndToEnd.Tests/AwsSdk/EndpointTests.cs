using Amazon;
using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using Dockerland.Tests.Support.Clouds;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.AwsSdk;

/// <summary>Where a client would go, against where boto3 would.</summary>
public sealed class EndpointTests
{
    private static readonly string[] Regions = ["us-east-1", "eu-central-1", "cn-north-1", "us-gov-west-1"];

    private static readonly Dictionary<string, Func<ClientConfig>> Configs = new()
    {
        ["autoscaling"] = () => new AmazonAutoScalingConfig(),
        ["ec2"] = () => new AmazonEC2Config(),
        ["route53"] = () => new AmazonRoute53Config(),
        ["secretsmanager"] = () => new AmazonSecretsManagerConfig(),
        ["ssm"] = () => new AmazonSimpleSystemsManagementConfig(),
    };

    [SkippableFact]
    public async Task Each_Region_Has_The_Endpoint_That_Boto3_Goes_To()
    {
        Prerequisite.Programs(Moto.Programs);

        var python = new Tool("python3")
        {
            Environment = new Dictionary<string, string?> { ["AWS_ACCESS_KEY_ID"] = "test", ["AWS_SECRET_ACCESS_KEY"] = "test" },
            Input = $"""
                import boto3
                for service in ['{string.Join("', '", Configs.Keys)}']:
                    for region in ['{string.Join("', '", Regions)}']:
                        print(service, region, boto3.client(service, region_name=region).meta.endpoint_url)
                """,
        };
        var expected = (await python.SucceedAsync("-")).Output.Trim().Split('\n');

        Assert.Equal(expected, Configs.Keys.SelectMany(service => Regions.Select(region => $"{service} {region} {UrlOf(service, region)}")));
    }

    [Theory]
    [InlineData(true, false, "https://autoscaling-fips.us-east-1.amazonaws.com")]
    [InlineData(false, true, "https://autoscaling.us-east-1.api.aws")]
    [InlineData(true, true, "https://autoscaling-fips.us-east-1.api.aws")]
    public void Fips_And_Dual_Stack_Are_Other_Hosts(bool fips, bool dualStack, string url)
    {
        var config = new AmazonAutoScalingConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = fips, UseDualstackEndpoint = dualStack };

        Assert.Equal(url + "/", Endpoint(config).URL);
    }

    [Fact]
    public void Requests_To_The_Only_Endpoint_Are_Signed_For_Its_Region()
    {
        var endpoint = Endpoint(new AmazonRoute53Config { RegionEndpoint = RegionEndpoint.EUCentral1 });

        var scheme = (Amazon.Runtime.Endpoints.IPropertyBag)((System.Collections.IList)endpoint.Attributes["authSchemes"])[0]!;
        Assert.Equal("us-east-1", scheme["signingRegion"]);
    }

    private static string UrlOf(string service, string region)
    {
        var config = Configs[service]();
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        return Endpoint(config).URL.TrimEnd('/');
    }

    private static Amazon.Runtime.Endpoints.Endpoint Endpoint(ClientConfig config) =>
        config.DetermineServiceOperationEndpoint(new(new GetChangeRequest()));
}
