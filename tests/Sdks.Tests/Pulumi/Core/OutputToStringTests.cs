using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Core;

// The variable is the process's: other outputs' texts must not be asked for meanwhile.
[CollectionDefinition(nameof(OutputToStringTests), DisableParallelization = true)]
[Collection(nameof(OutputToStringTests))]
public sealed class OutputToStringTests : IDisposable
{
    private const string Variable = "PULUMI_ERROR_OUTPUT_STRING";

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, null);

    [Fact]
    public void The_Text_Says_What_To_Do_Instead()
    {
        var text = $"{Output.Create(1)}";

        Assert.Contains("Calling [ToString] on an [Output<T>] is not supported", text, StringComparison.Ordinal);
        Assert.Contains("Output.Format", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_A_Deployment_It_Is_A_Warning_Too()
    {
        var run = await Run.UpdateAsync(() =>
        {
            _ = Output.Create(1).ToString();
        });

        Assert.Contains("Calling [ToString]", Assert.Single(run.Warnings), StringComparison.Ordinal);
        run.Succeeded();
    }

    [Theory]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("TRUE")]
    public void It_Is_An_Error_On_Request(string value)
    {
        Environment.SetEnvironmentVariable(Variable, value);

        Assert.Throws<InvalidOperationException>(() => Output.Create(1).ToString());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("false")]
    public void It_Is_No_Error_Otherwise(string value)
    {
        Environment.SetEnvironmentVariable(Variable, value);

        Assert.NotNull(Output.Create(1).ToString());
    }
}
