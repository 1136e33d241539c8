using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.Tests.Images.MetadataAgent.Host.Units;

public sealed class UnitStateTests
{
    [Fact]
    public void A_Block_Is_A_Unit() => Assert.Equal(
        [new("docker.service", "active", "running"), new("web.service", "activating", "auto-restart")],
        UnitState.Parse("Id=docker.service\nActiveState=active\nSubState=running\n\nId=web.service\nActiveState=activating\nSubState=auto-restart\n"));

    [Theory]
    [InlineData("active", "running", false, true)]
    [InlineData("activating", "start", false, true)]
    [InlineData("activating", "auto-restart", true, true)]
    [InlineData("deactivating", "stop", false, false)]
    [InlineData("inactive", "dead", false, false)]
    [InlineData("failed", "failed", true, false)]
    public void States_Mean(string active, string sub, bool failed, bool runs)
    {
        var unit = new UnitState("web.service", active, sub);

        Assert.Equal((failed, runs), (unit.HasFailed, unit.Runs));
    }
}
