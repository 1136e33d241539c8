using Dockerland.DnsUpdater.Events;
using Dockerland.DnsUpdater.Telemetry;
using Dockerland.Tests.Updater.DnsUpdater.Passes;

namespace Dockerland.Tests.Updater.DnsUpdater.Telemetry;

public sealed class RunSummaryTests : PassTest
{
    [Fact]
    public async Task A_Record_That_No_Host_Answers_For_Is_Told() => Assert.Equal([$"{Www} of web"], await WithoutHostsAsync());

    [Fact]
    public async Task A_Group_That_Is_Being_Deleted_Is_Without_Hosts_On_Purpose()
    {
        Account.Going.Add("web");

        Assert.Empty(await WithoutHostsAsync());
    }

    private async Task<IEnumerable<string>> WithoutHostsAsync()
    {
        Account.With("web", Www);
        return RunSummary.Of(new UpdaterEvent(null, [], []), await RunAsync(), null, [], DateTimeOffset.UnixEpoch).RecordsWithoutHosts;
    }
}
