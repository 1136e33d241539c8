using Dockerland.Contracts;

namespace Dockerland.Tests.Contracts;

public sealed class GroupNamesTests
{
    [Theory]
    [InlineData("dev", "web", "dev-2", "web")]
    [InlineData("dev", "web", "dev", "web-2")]
    [InlineData("dev", "web", "dev", "web--2")]
    [InlineData("dev", "2", "dev-2", "a")]
    public void No_Groups_Prefix_Is_The_Beginning_Of_Anothers(string stack, string fleet, string otherStack, string otherFleet) =>
        Assert.False(GroupNames.Prefix(otherStack, otherFleet).StartsWith(GroupNames.Prefix(stack, fleet), StringComparison.Ordinal));

    [Fact]
    public void A_Stacks_Groups_Are_Not_Those_Of_A_Longer_Name() =>
        Assert.False(GroupNames.Prefix("dockerland-dev-2", "web").StartsWith(GroupNames.Prefix("dockerland-dev"), StringComparison.Ordinal));

    [Fact]
    public void A_Groups_Prefix_Begins_With_Its_Stacks() =>
        Assert.StartsWith(GroupNames.Prefix("dockerland-dev"), GroupNames.Prefix("dockerland-dev", "web"), StringComparison.Ordinal);
}
