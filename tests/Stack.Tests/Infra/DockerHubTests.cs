using Dockerland.Infra;
using Dockerland.Tests.Infra.Components.Fleets;

namespace Dockerland.Tests.Infra;

public sealed class DockerHubTests
{
    [Theory]
    [InlineData("docker.io")]
    [InlineData("index.docker.io")]
    [InlineData("registry-1.docker.io")]
    [InlineData("registry.hub.docker.com")]
    public async Task Images_Are_Right_Below_The_Account(string server)
    {
        var cloud = await RunAsync(server);

        Assert.StartsWith("docker.io/me/dockerland-dev-webapp:", cloud.Text("docker:index/image:Image", "webapp", "imageName"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("docker.io", "https://index.docker.io/v1/", "docker.io/me/dockerland-prod-webapp:")]
    [InlineData("registry.example.net:5000", "registry.example.net:5000", "registry.example.net:5000/dockerland-prod/webapp:")]
    public void A_Registry_Has_One_Name_For_Logins_And_One_For_Images(string server, string login, string image) => Assert.Equal(
        (login, image),
        (DockerHub.LoginOf(server), $"{server}/{DockerHub.RepositoryOf(server, "me", "dockerland-prod", "webapp")}:"));

    [Fact]
    public async Task Hosts_Find_The_Login_Where_Docker_Looks() => Assert.Contains(
        "\"https://index.docker.io/v1/\": \"dockerland\"",
        InputChanges.Decode(Convert.FromBase64String((await RunAsync("index.docker.io")).Text("aws:ec2/launchTemplate:LaunchTemplate", "web", "userData"))),
        StringComparison.Ordinal);

    private static Task<Cloud> RunAsync(string server) =>
        Cloud.RunAsync(() => _ = new DockerlandStack(SampleStack.Inputs("dev", ("registryServer", server), ("registryUser", "me"))));
}
