using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Records;

namespace Dockerland.Tests.Images.HaproxyAgent.Records;

public sealed class RecordScheduleTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private static readonly ImmutableSortedSet<string> Login = ["login"];

    private readonly RecordSchedule _schedule = new(TimeSpan.FromMinutes(5), () => 0.5);

    [Fact]
    public void A_Change_Is_Due_At_Once()
    {
        _schedule.Done(Login, Start, null);

        Assert.True(_schedule.IsDue(["login", "publish"], Start));
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void Without_A_Change_It_Is_Due_Now_And_Then(int seconds, bool isDue)
    {
        _schedule.Done(Login, Start, null);

        Assert.Equal(isDue, _schedule.IsDue(Login, Start.AddSeconds(seconds)));
    }

    [Fact]
    public void It_Is_Due_When_Somebody_Said_So()
    {
        _schedule.Done(Login, Start, TimeSpan.FromSeconds(15));

        Assert.Equal((false, true), (_schedule.IsDue(Login, Start.AddSeconds(14)), _schedule.IsDue(Login, Start.AddSeconds(15))));
    }

    [Theory]
    [InlineData(1, 3.75)]
    [InlineData(2, 7.5)]
    [InlineData(4, 30)]
    [InlineData(20, 225)]
    public void The_Longer_It_Fails_The_Less_Often_It_Is_Tried(int failures, double seconds)
    {
        for (var failure = 0; failure < failures; failure++) _schedule.Failed(Start);

        Assert.Equal((false, true), (_schedule.IsDue(["publish"], Start.AddSeconds(seconds - 0.1)), _schedule.IsDue(["publish"], Start.AddSeconds(seconds))));
    }
}
