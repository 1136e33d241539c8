using System.Text;
using Dockerland.Infra;

namespace Dockerland.Tests.Infra;

public sealed class EcrImageTests
{
    private const string Server = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";

    [Theory]
    [InlineData(Server + "/app:1", Server, "arn:aws:ecr:eu-west-1:123456789012:repository/app")]
    [InlineData(Server + "/team/app@sha256:0", Server, "arn:aws:ecr:eu-west-1:123456789012:repository/team/app")]
    [InlineData("123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/app", "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn", "arn:aws:ecr:cn-north-1:123456789012:repository/app")]
    public void An_Image_Of_Ecr_Tells_Its_Repository(string image, string server, string arn)
    {
        var found = EcrImage.Find(image)!;

        Assert.Equal((server, arn), (found.Server, found.Arn("aws")));
    }

    [Theory]
    [InlineData("nginx:1.27")]
    [InlineData("registry.example.com/123456789012.dkr.ecr.eu-west-1.amazonaws.com/app")]
    [InlineData("public.ecr.aws/nginx/nginx:1")]
    [InlineData("")]
    public void Any_Other_Image_Does_Not(string image) => Assert.Null(EcrImage.Find(image));

    [Fact]
    public async Task Hosts_Log_In_There_And_May_Pull_It()
    {
        var cloud = await Cloud.RunAsync(() => _ = new DockerlandStack(SampleStack.Inputs("dev", ("fleets", """{"web":{"containers":{"main":{"image":"SERVER/team/app:1"}}}}""".Replace("SERVER", Server, StringComparison.Ordinal)))));

        Assert.Contains("\"arn:aws:ecr:eu-west-1:123456789012:repository/team/app\"", cloud.Text("aws:iam/rolePolicy:RolePolicy", "web", "policy"), StringComparison.Ordinal);
        Assert.Contains($"\"{Server}\": \"ecr-login\"", Encoding.UTF8.GetString(Convert.FromBase64String(cloud.Text("aws:ec2/launchTemplate:LaunchTemplate", "web", "userData"))), StringComparison.Ordinal);
    }
}
