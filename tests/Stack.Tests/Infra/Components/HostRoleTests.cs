using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class HostRoleTests
{
    [Fact]
    public async Task Hosts_May_Pull_And_Read_Their_Secrets_And_No_More()
    {
        var cloud = await Cloud.RunAsync(() => _ = new HostRole("web", new()
        {
            RepositoryArns = [Output.Create("arn:repository")],
            ParameterArns = [Output.Create("arn:b"), Output.Create("arn:a")],
        }));

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":["""
            + """{"Sid":"PullImages","Effect":"Allow","Action":["ecr:BatchCheckLayerAvailability","ecr:BatchGetImage","ecr:GetDownloadUrlForLayer"],"Resource":["arn:repository"]},"""
            + """{"Sid":"LogInToRegistry","Effect":"Allow","Action":["ecr:GetAuthorizationToken"],"Resource":["*"]},"""
            + """{"Sid":"ReadSecrets","Effect":"Allow","Action":["ssm:GetParameter"],"Resource":["arn:a","arn:b"]}]}""",
            cloud.Text("aws:iam/rolePolicy:RolePolicy", "web", "policy"));
    }

    [Fact]
    public async Task Hosts_That_Need_Nothing_Have_No_Policy()
    {
        var cloud = await Cloud.RunAsync(() => _ = new HostRole("web", new() { RepositoryArns = [], ParameterArns = [] }));

        Assert.DoesNotContain(cloud.Requests, request => request.Type == "aws:iam/rolePolicy:RolePolicy");
    }
}
