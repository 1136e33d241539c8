using System.Collections.Immutable;
using Dockerland.Infra.Components;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra.Components;

public sealed class ImageRepositoryTests
{
    private const string Image = "docker:index/image:Image";
    private const string Repository = "aws:ecr/repository:Repository";

    private static readonly ImageRepositoryArgs Ecr = new()
    {
        Source = new("webapp", "../images/webapp", "hash"),
        RepositoryName = "dockerland-dev/webapp",
        BaseImage = "debian:bookworm-slim",
        Platform = "linux/arm64",
        Account = Output.Create(Aws.Account),
    };

    private static readonly ImageRepositoryArgs Other = Ecr with
    {
        Registry = new("registry.example.com", "dockerland", Output.CreateSecret("planted")),
    };

    private static readonly string Tag = Ecr.Source.Tag(Ecr.BaseImage, Ecr.Platform);

    [Fact]
    public async Task An_Image_In_Ecr_Has_An_Address_Of_Account_Region_And_Name() =>
        Assert.Equal($"123456789012.dkr.ecr.eu-central-1.amazonaws.com/dockerland-dev/webapp:{Tag}", (await RunAsync(Ecr)).Text(Image, "webapp", "imageName"));

    [Fact]
    public async Task An_Image_Elsewhere_Has_That_Servers_Address() =>
        Assert.Equal($"registry.example.com/dockerland-dev/webapp:{Tag}", (await RunAsync(Other)).Text(Image, "webapp", "imageName"));

    [Fact]
    public async Task Another_Registry_Needs_No_Repository() =>
        Assert.DoesNotContain((await RunAsync(Other)).Requests, request => request.Type == Repository);

    [Fact]
    public async Task A_Tag_In_Ecr_Never_Means_Anything_Else() =>
        Assert.Equal("IMMUTABLE", (await RunAsync(Ecr)).Text(Repository, "webapp", "imageTagMutability"));

    [Fact]
    public async Task Images_That_Nobody_Has_Run_For_Long_Go() => Assert.Equal(
        """{"rules":[{"rulePriority":1,"description":"Keep the newest 50","selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":50},"action":{"type":"expire"}}]}""",
        (await RunAsync(Ecr)).Text("aws:ecr/lifecyclePolicy:LifecyclePolicy", "webapp", "policy"));

    [Fact]
    public async Task Ecr_Is_Logged_In_To_By_A_Token() => Assert.Equal(
        """{"password":"token","server":"123456789012.dkr.ecr.eu-central-1.amazonaws.com","username":"AWS"}""",
        (await RunAsync(Ecr)).Input(Image, "webapp", "registry"));

    [Fact]
    public async Task Another_Registry_Is_Logged_In_To_By_User_And_Password() => Assert.Equal(
        """{"password":"planted","server":"registry.example.com","username":"dockerland"}""",
        (await RunAsync(Other)).Input(Image, "webapp", "registry"));

    [Fact]
    public async Task Without_A_Password_The_Machines_Own_Login_Serves() =>
        Assert.DoesNotContain("registry", (await RunAsync(Other with { Registry = new("registry.example.com", "dockerland", null) })).Require(Image, "webapp").Inputs.Keys);

    [Fact]
    public async Task The_Image_Is_Built_On_The_Base_That_Is_Set() => Assert.Equal(
        """{"args":{"BASE":"debian:bookworm-slim"},"context":"../images/webapp","dockerfile":"../images/webapp/Dockerfile","platform":"linux/arm64"}""",
        (await RunAsync(Ecr)).Input(Image, "webapp", "build"));

    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("<getImage.imageTags[0]>")]
    public async Task An_Image_Is_Pushed_While_Ecr_Has_Others_Only(string tag) => Assert.Equal("false", (await RunAsync(Ecr, tag)).Input(Image, "webapp", "skipPush"));

    [Fact]
    public async Task An_Image_Is_Pushed_While_There_Is_None() => Assert.Equal("false", (await RunAsync(Ecr)).Input(Image, "webapp", "skipPush"));

    [Fact]
    public async Task What_Ecr_Has_Is_Not_Pushed_Again() => Assert.Equal("true", (await RunAsync(Ecr, "latest", Tag)).Input(Image, "webapp", "skipPush"));

    [Fact]
    public async Task Elsewhere_Each_Build_Is_Pushed() => Assert.Equal("false", (await RunAsync(Other, Tag)).Input(Image, "webapp", "skipPush"));

    [Fact]
    public async Task Whoever_Takes_The_Address_Waits_For_The_Image()
    {
        var waits = ImmutableHashSet<Resource>.Empty;
        var cloud = await Cloud.RunAsync(async () => waits = await OutputUtilities.GetDependenciesAsync(new ImageRepository("webapp", Ecr).Address));

        Assert.Contains(cloud.Resources.OfType<Pulumi.Docker.Image>().Single(), waits);
    }

    private static Task<Cloud> RunAsync(ImageRepositoryArgs args) => Cloud.RunAsync(() => _ = new ImageRepository("webapp", args));

    private static Task<Cloud> RunAsync(ImageRepositoryArgs args, params string[] tags) => Cloud.RunAsync(
        () => _ = new ImageRepository("webapp", args),
        ("aws:ecr/getImage:getImage", new() { ["imageTags"] = tags }));
}
