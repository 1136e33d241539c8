using System.Globalization;
using Dockerland.DnsUpdater.Passes;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

public sealed class GoneGroupsTests : PassTest
{
    [Fact]
    public async Task Their_Names_Go_A_Fifth_At_A_Time()
    {
        await GoneAsync(groups: 10, gone: 9);

        Assert.Equal(8, Left());
        await RunAsync();
        Assert.Equal(7, Left());
    }

    [Fact]
    public async Task What_Stays_For_Now_Is_Told()
    {
        var result = await GoneAsync(groups: 10, gone: 4);

        var told = result.Skipped.Select(skipped => skipped.Detail).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(2, told.Length);
        Assert.Equal("'n2.example.com' is of g2, which is no more. 4 of 10 names are of such groups; 2 of them at most go at once.", told[0]);
    }

    [Fact]
    public async Task One_Goes_However_Few_There_Are()
    {
        await GoneAsync(groups: 2, gone: 1);

        Assert.Equal(1, Left());
    }

    [Fact]
    public async Task All_Go_For_Somebody_Who_Saw_The_Plan()
    {
        await FillAsync(groups: 10, gone: 9);
        var pass = new UpdaterPass(Settings, Account, Route53.Client, Timing) { RemovesAllGone = true };

        await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), null, default);

        Assert.Equal(1, Left());
    }

    [Fact]
    public async Task Names_That_Others_Want_Too_Are_None_Of_Them()
    {
        for (var group = 0; group < 10; group++) Account.With($"g{group}", $"Z1:n{group}.example.com;{Www}", Host(group));
        await RunAsync();
        for (var group = 0; group < 3; group++) Account.Tags.Remove($"g{group}");

        await RunAsync();

        Assert.Equal(["10 s: " + string.Join(", ", Enumerable.Range(3, 7).Select(group => $"54.0.0.{group}"))], Records("www"));
    }

    [Fact]
    public async Task Names_That_A_Group_Which_Is_There_Gives_Up_Go_At_Once()
    {
        const string Names = "Z1:a.example.com;Z1:b.example.com;Z1:c.example.com";
        Account.With("old", Names, Host(1)).With("new", Names, Host(2));
        await RunAsync();
        Account.Tags.Remove("old");
        Account.Hosts["new"].Clear();
        Account.Going.Add("new");

        await RunAsync();

        Assert.Equal(0, Left());
    }

    [Fact]
    public async Task A_Name_Counts_Once_However_Many_Sets_It_Has()
    {
        Account.With("web", Www, [.. Enumerable.Range(100, 10).Select(Host)]).Tags["web"]["DomainMeta.multivalue"] = "yes";

        await GoneAsync(groups: 3, gone: 3);

        Assert.Equal(10 + 2, Left());
    }

    private async Task<PassResult> GoneAsync(int groups, int gone)
    {
        await FillAsync(groups, gone);
        return await RunAsync();
    }

    private async Task FillAsync(int groups, int gone)
    {
        for (var group = 0; group < groups; group++) Account.With(string.Create(CultureInfo.InvariantCulture, $"g{group}"), $"Z1:n{group}.example.com", Host(group));
        await RunAsync();
        for (var group = 0; group < gone; group++) Account.Tags.Remove($"g{group}");
    }

    private int Left() => Route53.Lines.Count(line => line.StartsWith("A ", StringComparison.Ordinal));
}
