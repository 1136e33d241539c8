using Dockerland.MetadataAgent.Host.Groups;

namespace Dockerland.Tests.Images.MetadataAgent.Host.Groups;

public sealed class GroupViewTests
{
    private static readonly string[] Ids = ["i-c", "i-a", "i-b"];

    [Fact]
    public void Of_Hosts_That_Fail_Together_Never_Two_Go_At_A_Time()
    {
        var group = Group([.. Ids.Select(id => new Member(id, "InService", true))]);

        for (var second = 0; second < 3600; second++)
            Assert.True(Ids.Count(id => group.KeepsHost(id, At(second)) is null) <= 1, $"Two hosts go at second {second}.");
    }

    [Fact]
    public void Each_Has_Its_Turn_Within_A_Minute()
    {
        var group = Group([.. Ids.Select(id => new Member(id, "InService", true))]);

        Assert.All(Ids, id => Assert.Contains(Enumerable.Range(0, 60), second => group.KeepsHost(id, At(second)) is null));
    }

    [Fact]
    public void Between_Two_Turns_Is_Time_For_The_News()
    {
        var group = Group([.. Ids.Select(id => new Member(id, "InService", true))]);

        Assert.All([10, 15, 19], second => Assert.All(Ids, id => Assert.Equal("it isn't its turn among the group's hosts", group.KeepsHost(id, At(second)))));
    }

    [Theory]
    [InlineData("Pending:Wait", true, "i-b of the group web is Pending:Wait, and only one host is replaced at a time")]
    [InlineData("Terminating:Wait", true, "i-b of the group web is Terminating:Wait, and only one host is replaced at a time")]
    [InlineData("InService", false, "i-b of the group web is InService and unhealthy, and only one host is replaced at a time")]
    public void While_Another_Comes_Or_Goes_A_Host_Stays(string state, bool healthy, string reason)
    {
        var group = Group(new Member("i-a", "InService", true), new Member("i-b", state, healthy));

        Assert.All(Enumerable.Range(0, 60), second => Assert.Equal(reason, group.KeepsHost("i-a", At(second))));
    }

    [Theory]
    [InlineData("Standby")]
    [InlineData("Warmed:Stopped")]
    public void Those_That_The_Group_Took_Aside_Keep_Nobody(string state)
    {
        var group = Group(new Member("i-a", "InService", true), new Member("i-b", state, true));

        Assert.Null(group.KeepsHost("i-a", At(0)));
    }

    [Theory]
    [InlineData("Pending", true, "it is Pending in the group web")]
    [InlineData("Standby", true, "it is Standby in the group web")]
    [InlineData("InService", false, "the group web replaces it already")]
    public void A_Host_That_Does_Not_Serve_Is_Not_Given_Up(string state, bool healthy, string reason) => Assert.Equal(reason, Group(new Member("i-a", state, healthy)).KeepsHost("i-a", At(0)));

    [Fact]
    public void The_Only_Host_Of_A_Group_Is_Replaced_Too() => Assert.Null(Group(new Member("i-a", "InService", true)).KeepsHost("i-a", At(0)));

    [Fact]
    public void A_Host_Of_Another_Group_Is_None_Of_Its() => Assert.Equal("the group web doesn't have it", Group(new Member("i-b", "InService", true)).KeepsHost("i-a", At(0)));

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void A_Host_Is_Spared_When_Others_Are_In_Its_Place(int others, bool spared)
    {
        var group = Group([new("i-a", "InService", true), .. Enumerable.Range(0, others).Select(number => new Member($"i-{number}", "InService", true)), new("i-new", "Pending", true), new("i-ill", "InService", false)]);

        Assert.Equal(spared, group.CanSpare("i-a"));
    }

    private static GroupView Group(params Member[] members) => new("web", 2, members);

    private static DateTimeOffset At(int second) => DateTimeOffset.FromUnixTimeSeconds(1_700_000_040 / 60 * 60 + second);
}
