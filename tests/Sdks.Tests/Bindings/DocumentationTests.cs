using System.Text.Json.Nodes;
using Dockerland.Sdks.Generate;

namespace Dockerland.Tests.Sdks.Bindings;

public sealed class DocumentationTests
{
    private const string BySlash = """{ "name": "aws", "meta": { "moduleFormat": "(.*)(?:/[^/]*)" } }""";
    private const string Plain = """{ "name": "command" }""";

    [Theory]
    [InlineData(BySlash, "resources/aws:route53/zone:Zone", "aws/api-docs/route53/zone/")]
    [InlineData(BySlash, "resources/aws:ec2/launchTemplate:LaunchTemplate", "aws/api-docs/ec2/launchtemplate/")]
    [InlineData(BySlash, "functions/aws:index/getRegion:getRegion", "aws/api-docs/getregion/")]
    [InlineData(Plain, "resources/command:local:Command", "command/api-docs/local/command/")]
    [InlineData(BySlash, "provider", "aws/api-docs/provider/")]
    [InlineData(BySlash, "functions/pulumi:providers:docker/terraformConfig", "aws/api-docs/provider/")]
    [InlineData(BySlash, "config", "aws/installation-configuration/")]
    public void Each_Definition_Has_The_Address_Of_Its_Page(string schema, string page, string path) =>
        Assert.Equal("https://www.pulumi.com/registry/packages/" + path, Documentation.Address(JsonNode.Parse(schema)!.AsObject(), page));
}
