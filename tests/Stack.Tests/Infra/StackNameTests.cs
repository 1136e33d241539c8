using Dockerland.Cli;
using Dockerland.Cli.Planning;
using Dockerland.Infra;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra;

public sealed class StackNameTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("eu-1.blue_2")]
    public void A_Name_That_Aws_Takes_Is_Taken(string name) => Assert.Null(StackName.Problem(name));

    [Theory]
    [InlineData("Dev")]
    [InlineData("a--b")]
    [InlineData("_a")]
    [InlineData("a.")]
    [InlineData("a\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void A_Name_That_Aws_Refuses_Is_Refused_With_Its_Fix(string name) => Assert.Equal(
        $"Stack name '{name}' can't be part of an ECR repository's name: 1 to 63 small letters and digits, with single '.', '_' or '-' between them. Rename the stack: pulumi stack rename NAME",
        StackName.Problem(name));

    [Fact]
    public async Task It_Is_Refused_Before_Anything_Is_Registered()
    {
        var repository = new Cli.Repository(Support.Repository.Root);
        var files = StackFiles.Read(repository, "dev");
        var inputs = StackInputs.Read(new(files.Values, files.SecretKeys), Support.Repository.Root, MissingSecrets.Show);
        var evaluation = new StackEvaluation(repository);

        var error = await Assert.ThrowsAsync<CliException>(() => evaluation.RecordAsync(files.Project, "Dev", options => new DockerlandStack(inputs, options)));

        Assert.StartsWith("Stack name 'Dev' can't be part", error.Message, StringComparison.Ordinal);
        Assert.Empty(evaluation.Declarations);
    }
}
