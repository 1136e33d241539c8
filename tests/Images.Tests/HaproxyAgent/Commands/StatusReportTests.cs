using Dockerland.HaproxyAgent;
using Dockerland.HaproxyAgent.Commands;
using Dockerland.HaproxyAgent.Runtime;
using Dockerland.HaproxyAgent.Servers;
using static Dockerland.Tests.Images.HaproxyAgent.Samples;

namespace Dockerland.Tests.Images.HaproxyAgent.Commands;

public sealed class StatusReportTests
{
    private static readonly Server One = Server("s1", "10.0.0.1");
    private static readonly Desired Wanted = new(new([One], [], []), new([new(new("login"), [One], IsLocal: true)], []));
    private static readonly RunningState Runs = RunningState.Of(["members", "service:login"], [("members", Running(One)), ("service:login", Running(One, isDown: true))]);

    [Fact]
    public void It_Tells_Of_All_Servers_And_Of_Reloads()
    {
        var report = StatusReport.Of(Wanted, [], Runs, new(3, 0), []);

        Assert.Equal(
            """
            members   1 server
            services  1 name
            reloads   3 since HAProxy's start
            members
              s1 (10.0.0.1:3000) up
            service:login
              s1 (10.0.0.1:3000) down
            """,
            string.Join('\n', report.Lines));
        Assert.True(report.IsWell);
    }

    [Fact]
    public void What_Is_Wrong_Is_Told_Once()
    {
        var report = StatusReport.Of(Wanted, ["bad"], Runs, new(3, 1), ["bad", "worse"]);

        Assert.False(report.IsWell);
        Assert.Equal(["problem   bad", "problem   worse"], report.Lines.Where(line => line.StartsWith("problem", StringComparison.Ordinal)));
    }

    [Fact]
    public void Without_An_Agent_Nothing_Is_Well() => Assert.False(StatusReport.Of(Wanted, [], Runs, new(0, 0), null).IsWell);

    [Fact]
    public void A_Name_That_HAProxy_Does_Not_Know_Is_Wrong() => Assert.False(StatusReport.Of(Wanted, [], RunningState.Of(["members"], []), new(0, 0), []).IsWell);
}
