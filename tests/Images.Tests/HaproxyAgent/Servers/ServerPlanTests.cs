using Dockerland.HaproxyAgent.Members;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Servers;

public sealed class ServerPlanTests
{
    private static readonly Server One = Server("n1", "10.0.0.1");
    private static readonly Server Two = Server("n2", "10.0.0.2");
    private static readonly Member AliveOne = Backend("n1", "10.0.0.1");
    private static readonly Member AliveTwo = Backend("n2", "10.0.0.2");

    [Fact]
    public void One_That_Joined_Is_Added() => Assert.Equal([One], Plan([AliveOne]).Add);

    [Fact]
    public void One_That_Runs_Is_Left_Alone() => Assert.True(Plan([AliveOne], Running(One)).IsSettled);

    [Fact]
    public void It_Gets_Requests_Once_It_Is_Checked() => Assert.Equal([One], Plan([AliveOne], Running(One, Admission.Drain)).Admit);

    [Fact]
    public void Until_Then_It_Waits()
    {
        var plan = Plan([AliveOne], Running(One, Admission.Drain, hasPassed: false));

        Assert.Equal([One], plan.Waiting);
        Assert.True(plan is { IsEmpty: true, IsSettled: false });
    }

    [Fact]
    public void One_That_Was_Added_By_Half_Gets_Its_Check() =>
        Assert.Equal([One], Plan([AliveOne], Running(One, Admission.Maintenance, isChecked: false, hasPassed: false)).Check);

    [Fact]
    public void One_That_Somebody_Holds_Back_Stays_So() => Assert.True(Plan([AliveOne], Running(One, Admission.Maintenance)).IsSettled);

    [Fact]
    public void One_That_Was_To_Go_And_Is_Back_Is_Checked_Anew() =>
        Assert.Equal([One], ServerPlan.Of(DesiredServers.Of([AliveOne]), [Running(One, Admission.Maintenance)], _ => true).Check);

    [Fact]
    public void One_That_Fails_Its_Check_Stays_While_It_Is_A_Member() => Assert.True(Plan([AliveOne], Running(One, isDown: true)).IsSettled);

    [Theory]
    [InlineData("leaving")]
    [InlineData("left")]
    public void One_That_Left_Goes_Although_It_Is_The_Last(string status) =>
        Assert.Equal([One], Removed(Plan([Backend("n1", "10.0.0.1", status)], Running(One))));

    [Fact]
    public void One_That_Failed_Goes_When_It_Is_Down() =>
        Assert.Equal([One], Removed(Plan([Backend("n1", "10.0.0.1", "failed"), AliveTwo], Running(One, isDown: true), Running(Two))));

    [Fact]
    public void One_That_Failed_Stays_While_It_Answers() =>
        Assert.Equal([One], Plan([Backend("n1", "10.0.0.1", "failed"), AliveTwo], Running(One), Running(Two)).Kept);

    [Fact]
    public void Nobody_Goes_When_Serf_Knows_Nobody()
    {
        var plan = Plan([], Running(One), Running(Two, isDown: true));

        Assert.Equal([One, Two], plan.Kept);
        Assert.True(plan.IsSettled);
    }

    [Fact]
    public void One_That_Is_On_Its_Way_Out_Goes_On() => Assert.Equal([One], Removed(Plan([], Running(One, Admission.Maintenance))));

    [Fact]
    public void One_That_Moved_Goes_And_Comes_In_Two_Passes()
    {
        var moved = Backend("n1", "10.0.0.7");

        var first = Plan([moved], Running(One));
        var second = Plan([moved]);

        Assert.Equal([One], Removed(first));
        Assert.Empty(first.Add);
        Assert.Equal([Server("n1", "10.0.0.7")], second.Add);
    }

    [Fact]
    public void One_That_Is_Called_Otherwise_Comes_Before_It_Goes()
    {
        var plan = Plan([Backend("n1", "10.0.0.1", tag: "s1")], Running(One));

        Assert.Equal([Server("s1", "10.0.0.1")], plan.Add);
        Assert.Equal([One], Removed(plan));
    }

    private static ServerPlan Plan(Member[] members, params RunningServer[] running) => ServerPlan.Of(DesiredServers.Of(members), running, _ => false);

    private static IEnumerable<Server> Removed(ServerPlan plan) => plan.Remove.Select(server => server.Server);
}
