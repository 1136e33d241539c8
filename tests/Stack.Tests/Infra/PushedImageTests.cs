using Dockerland.Infra;

namespace Dockerland.Tests.Infra;

public sealed class PushedImageTests
{
    [Theory]
    [InlineData("invoking aws:ecr/getImage:getImage: reading ECR Images: couldn't find resource")]
    [InlineData("operation error ECR: DescribeImages, https response error StatusCode: 400, ImageNotFoundException: The image with imageId {imageTag: 1} does not exist")]
    [InlineData("operation error ECR: DescribeImages, https response error StatusCode: 400, RepositoryNotFoundException: The repository with name 'app' does not exist")]
    public void What_Is_Not_There_Is_No_Reason_To_Warn(string error) => Assert.Null(PushedImage.Warning("app:1", error));

    [Fact]
    public void What_Cannot_Be_Looked_Up_Is() => Assert.Equal(
        "Whether ECR has 'app:1' can't be looked up, so it is pushed, which fails if it has: not authorized to perform: ecr:DescribeImages",
        PushedImage.Warning("app:1", "not authorized to perform: ecr:DescribeImages"));
}
