using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Containers;

namespace Dockerland.Tests.Images.HaproxyAgent.Containers;

public sealed class StopSignalsTests
{
    private static readonly Container Web = new("c1", "/web", default, new("example/web"), new("running"), new("app"), new(ImmutableSortedDictionary<string, ContainerNetwork>.Empty));

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData("15", null, true)]
    [InlineData("9", null, true)]
    [InlineData("1", null, false)]
    [InlineData("28", null, false)]
    [InlineData("28", "SIGWINCH", true)]
    [InlineData("28", "28", true)]
    [InlineData("37", "SIGRTMIN+3", true)]
    public void A_Signal_Ends_Those_That_Take_It_So(string signal, string? stopSignal, bool isStopping)
    {
        var signals = new StopSignals(_time);

        signals.Note(Event("kill", signal));

        Assert.Equal(isStopping, signals.IsStopping(Web with { Config = Web.Config with { StopSignal = stopSignal } }));
    }

    [Theory]
    [InlineData("die")]
    [InlineData("start")]
    [InlineData("destroy")]
    public void It_Is_Over_With_The_Container(string action)
    {
        var signals = new StopSignals(_time);
        signals.Note(Event("kill", "15"));

        signals.Note(Event(action));

        Assert.False(signals.IsStopping(Web));
    }

    [Fact]
    public void One_That_Goes_On_Is_Back_After_A_While()
    {
        var signals = new StopSignals(_time);
        signals.Note(Event("kill", "15"));

        _time.Pass(300);

        Assert.False(signals.IsStopping(Web));
    }

    [Fact]
    public void Another_Containers_Signal_Is_Its_Own()
    {
        var signals = new StopSignals(_time);

        signals.Note(Event("kill", "15"));

        Assert.False(signals.IsStopping(Web with { Id = "c2" }));
    }

    private static ContainerEvent Event(string action, string? signal = null) =>
        new("container", action, new("c1", signal is null ? null : ImmutableDictionary<string, string>.Empty.Add("signal", signal)));
}
