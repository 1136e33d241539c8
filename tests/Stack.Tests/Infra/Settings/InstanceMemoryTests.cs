using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class InstanceMemoryTests
{
    // As EC2's list of instance types has it.
    [Theory]
    [InlineData("t4g.nano", 0.5)]
    [InlineData("t3.micro", 1)]
    [InlineData("t3.small", 2)]
    [InlineData("t3a.medium", 4)]
    [InlineData("m5.large", 8)]
    [InlineData("c6i.xlarge", 8)]
    [InlineData("c7gn.medium", 2)]
    [InlineData("r6g.medium", 8)]
    [InlineData("r5.2xlarge", 64)]
    [InlineData("m7i-flex.4xlarge", 64)]
    [InlineData("m5.24xlarge", 384)]
    public void A_Types_Name_Tells(string type, double gibibytes) => Assert.Equal(gibibytes, InstanceMemory.Find(type));

    [Theory]
    [InlineData("m5.metal")]
    [InlineData("x2gd.large")]
    [InlineData("g5.xlarge")]
    [InlineData("u-6tb1.56xlarge")]
    public void Of_Others_Nothing_Is_Known(string type) => Assert.Null(InstanceMemory.Find(type));
}
