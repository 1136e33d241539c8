using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components.Fleets;

public sealed class FleetMemberTests
{
    public static TheoryData<string> Rows => [.. FleetRows.All.Select(row => row.Member)];

    public static TheoryData<string> StackSettings => [.. StackRows.All.Select(row => row.Member)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_Member_Changes_This_And_Nothing_Else(string member)
    {
        var row = FleetRows.All.Single(row => row.Member == member);

        var changes = await InputChanges.BetweenAsync(With(FleetSample.Full), With(row.Change(FleetSample.Full)));

        Assert.Equal(row.Expected, changes);
    }

    [Theory]
    [MemberData(nameof(StackSettings))]
    public async Task A_Setting_Changes_This_Of_The_Stack_And_Nothing_Else(string member)
    {
        var row = StackRows.All.Single(row => row.Member == member);

        var changes = await InputChanges.BetweenAsync(StackSample.With(StackSample.Fleet), StackSample.With(row.Change(StackSample.Fleet)));

        Assert.Equal(row.Expected, changes);
    }

    [Fact]
    public void Every_Member_Has_A_Row() => Assert.Empty(Members.Except(RowMembers));

    [Fact]
    public void Every_Row_Is_A_Members() => Assert.Empty(RowMembers.Except(Members));

    private static IEnumerable<string> Members => FleetMembers.All.Concat(FleetMembers.Optional);

    private static IEnumerable<string> RowMembers => FleetRows.All.Select(row => row.Member).Concat(StackRows.All.Select(row => row.Member));

    private static Action<ResourceTransformation> With(FleetArgs args) =>
        record => _ = new Fleet(FleetSample.Name, args, new() { ResourceTransformations = { record } });
}
