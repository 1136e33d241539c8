namespace Dockerland.Tests.EndToEnd;

public sealed class PrerequisiteTests
{
    private const string Nowhere = "no-such-program";

    [Fact]
    public void A_Missing_Program_Skips_The_Test_On_A_Hosted_Ci() =>
        Assert.Equal($"Not on PATH: {Nowhere}.", Assert.Throws<SkipException>(() => Prerequisite.Require(Only("CI"), Nowhere)).Message);

    [Fact]
    public void A_Missing_Program_Fails_The_Test_Where_The_Engine_Is_Required() =>
        Assert.Equal(
            $"Not on PATH: {Nowhere}, and DOCKERLAND_REQUIRE_ENGINE=true allows no skipping.",
            Assert.Throws<Xunit.Sdk.FailException>(() => Prerequisite.Require(Only("DOCKERLAND_REQUIRE_ENGINE"), Nowhere)).Message);

    private static Func<string, string?> Only(string set) => variable => variable == set ? "true" : null;
}
