using Dockerland.Tests.Support;

namespace Dockerland.Tests.EndToEnd.Clouds;

public sealed class DeployerPermissionsTests
{
    [Fact]
    public void Recorded_Calls_Are_Allowed_By_Service()
    {
        var page = DeployerPermissions.Render([new("route53", "CreateHostedZone")]);

        Assert.Contains("\"Sid\": \"Route53\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Was_Recorded_Needs_No_Other_Reason()
    {
        var page = DeployerPermissions.Render([new("ec2", "RunInstances")]);

        Assert.DoesNotContain("| `ec2:RunInstances`", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_Policy_Is_Json()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, DeployerPermissions.Page));

        using var policy = System.Text.Json.JsonDocument.Parse(page.Split("```json")[1].Split("```")[0]);
        Assert.Equal("2012-10-17", policy.RootElement.GetProperty("Version").GetString());
    }
}
