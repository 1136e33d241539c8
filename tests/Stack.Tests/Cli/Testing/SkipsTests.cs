using Dockerland.Cli.Testing;

namespace Dockerland.Tests.Stack.Cli.Testing;

public sealed class SkipsTests
{
    [Theory]
    [InlineData("CI", true)]
    [InlineData("DOCKERLAND_REQUIRE_ENGINE", false)]
    public void Only_The_Variable_Of_The_Project_Forbids_Them(string set, bool allowed) =>
        Assert.Equal(allowed, Skips.Allowed(variable => variable == set ? "true" : null));
}
