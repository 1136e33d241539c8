using Dockerland.HaproxyAgent.Runtime;

namespace Dockerland.Tests.Images.HaproxyAgent.Runtime;

public sealed class HaproxyMasterTests
{
    [Fact]
    public void Reloads_Are_The_Masters() => Assert.Equal(new(3, 1), HaproxyMaster.Parse("""
        #<PID>          <type>          <reloads>       <uptime>        <version>
        6413            master          3 [failed: 1]   0d00h12m51s     2.6.12-1+deb12u4
        # workers
        14982           worker          0               0d00h00m04s     2.6.12-1+deb12u4
        # programs

        """));

    [Theory]
    [InlineData("")]
    [InlineData("Unknown command")]
    [InlineData("6413 master 0d00h12m51s")]
    public void Anything_Else_Is_Unknown(string text) => Assert.Throws<AgentException>(() => HaproxyMaster.Parse(text));
}
