using Dockerland.Tests.Sdks.Pulumi.Wire;
using Pulumi.Aws.Ec2;
using Pulumi.Aws.Ec2.Inputs;
using Pulumi.Aws.Route53;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Bindings.Requests;

/// <summary><c>Get</c> reads what exists, and registers nothing.</summary>
public sealed class ReadTests
{
    [Fact]
    public async Task Get_Reads_By_Id_With_The_Packages_Version()
    {
        var engine = await WireProgram.RunAsync(() => Zone.Get("zone", "Z123"));

        Wire.Equal(
            $$"""
            {
              "id": "Z123", "type": "aws:route53/zone:Zone", "name": "zone", "parent": "{{Wire.StackUrn}}", "properties": {},
              "acceptSecrets": true, "acceptResources": true, "version": "{{CentralPackages.VersionOf("Pulumi.Aws")}}"
            }
            """,
            engine.Json<ReadResourceRequest>());
    }

    [Fact]
    public async Task State_Narrows_A_Read_By_Its_Own_Nested_Types()
    {
        var engine = await WireProgram.RunAsync(() => LaunchTemplate.Get("template", "lt-1", new LaunchTemplateState
        {
            Name = "web",
            LatestVersion = 3,
            MetadataOptions = new LaunchTemplateMetadataOptionsGetArgs { HttpTokens = "required" },
            BlockDeviceMappings = { new LaunchTemplateBlockDeviceMappingGetArgs { DeviceName = "/dev/xvda" } },
        }));

        Wire.Equal(
            """
            {
              "name": "web", "latestVersion": 3, "metadataOptions": { "httpTokens": "required" },
              "blockDeviceMappings": [{ "deviceName": "/dev/xvda" }]
            }
            """,
            engine.Json<ReadResourceRequest>()["properties"]!);
    }

    [Fact]
    public async Task What_Was_Read_Is_The_Resources_Output()
    {
        LaunchTemplate template = null!;
        await WireProgram.RunAsync(() => template = LaunchTemplate.Get("template", "lt-1", new LaunchTemplateState
        {
            LatestVersion = 3,
            MetadataOptions = new LaunchTemplateMetadataOptionsGetArgs { HttpTokens = "required" },
        }));

        Assert.Equal(
            ("lt-1", 3, "required"),
            (await template.Id.ValueAsync(), await template.LatestVersion.ValueAsync(), (await template.MetadataOptions.ValueAsync()).HttpTokens));
    }
}
