using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Processes;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>Packer's own opinion of the template. The file with the plugins is left out: Debian's Packer refuses it.</summary>
public sealed class PackerTests
{
    [SkippableTheory]
    [InlineData("gpu=false")]
    [InlineData("gpu=true")]
    [InlineData("architecture=arm64")]
    [InlineData("source_name=my-debian-*")]
    public async Task The_Template_Is_Valid(string variable)
    {
        var result = await ValidateAsync("-var", variable);

        Assert.True(result.ExitCode is 0, result.Text);
    }

    [SkippableFact]
    public async Task A_Wrong_Variable_Would_Be_Found()
    {
        var result = await ValidateAsync("-var", "gpu=perhaps");

        Assert.NotEqual(0, result.ExitCode);
    }

    private static Task<ToolResult> ValidateAsync(params string[] arguments)
    {
        Prerequisite.Programs("packer");
        return new Tool("packer")
        {
            Folder = Path.Combine(Repository.Root, "images/host/packer"),
            // It asks HashiCorp for newer versions otherwise.
            Environment = new Dictionary<string, string?> { ["CHECKPOINT_DISABLE"] = "1" },
        }.RunAsync(["validate", .. arguments, "host.pkr.hcl"]);
    }
}
