using Dockerland.MetadataAgent.Host.Units;

namespace Dockerland.Tests.Images.MetadataAgent.Host.Units;

public sealed class WatchdogTests
{
    private static readonly DateTimeOffset Start = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private const string Up = "active/running";
    private const string Pause = "activating/auto-restart";
    private const string Starts = "activating/start";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Watchdog _watchdog = new(Patience);

    [Fact]
    public void A_Unit_That_Failed_Is_Overdue_After_Three_Minutes() => Assert.Equal((false, true), (See(0, "failed/failed", 179), See(180, "failed/failed", 180)));

    [Fact]
    public void A_Loop_Of_Crashes_Counts_As_One_Failure()
    {
        for (var second = 0; second < 175; second += 15)
        {
            See(second, Up, second + 5);
            Assert.False(See(second + 5, Pause, second + 10));
        }

        Assert.True(See(185, Pause, 190));
    }

    [Fact]
    public void A_Unit_That_Stays_Up_Is_Well_Again()
    {
        See(0, Pause, 100);
        See(105, Up, 140);

        Assert.False(See(145, Pause, 320));
    }

    [Fact]
    public void A_Unit_That_Is_Up_Just_Now_Costs_No_Host()
    {
        See(0, Pause, 170);

        Assert.False(See(175, Up, 195));
    }

    [Fact]
    public void A_Unit_Is_Named_Until_It_Has_Stayed_Up()
    {
        See(0, Pause, 10);
        See(15, Up, 40);
        var before = _watchdog.Failing;

        See(45, Up, 45);

        Assert.Equal((1, 0), (before.Count, _watchdog.Failing.Count));
    }

    [Fact]
    public void A_First_Start_May_Take_As_Long_As_It_Takes() => Assert.False(See(0, Starts, 900));

    [Fact]
    public void A_Start_After_A_Failure_Is_No_Recovery()
    {
        See(0, Pause, 10);

        Assert.True(See(15, Starts, 180));
    }

    [Fact]
    public void What_Is_Not_Installed_Yet_Has_Not_Failed() => Assert.False(See(0, "inactive/dead", 900));

    [Fact]
    public void What_Somebody_Stopped_Has_Not_Failed()
    {
        See(0, "failed/failed", 170);
        See(175, "inactive/dead", 175);

        Assert.False(See(180, "failed/failed", 180));
    }

    [Fact]
    public void Only_What_Failed_Is_Named()
    {
        UnitState[] units = [new("docker.service", "active", "running"), new("web.service", "failed", "failed")];
        _watchdog.Observe(units, Start);

        Assert.Equal(["web.service"], _watchdog.Observe(units, Start + Patience));
    }

    // Every five seconds from one to the other, and whether it is overdue then.
    private bool See(int from, string state, int to)
    {
        var overdue = false;
        for (var second = from; second <= to; second += 5) overdue = Observe(second);
        return to > from && (to - from) % 5 is not 0 ? Observe(to) : overdue;

        bool Observe(int second) => _watchdog.Observe([new("web.service", state.Split('/')[0], state.Split('/')[1])], Start.AddSeconds(second)) is not [];
    }
}
