using Dockerland.Contracts;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

/// <summary>Whose records a pass looks at.</summary>
public sealed class PassScopeTests : PassTest
{
    [Fact]
    public async Task Groups_That_Share_A_Name_Are_Merged_Whichever_The_Event_Is_Of()
    {
        Account.With("a", Www, Host(1)).With("b", Www, Host(2));
        await RunAsync();
        Account.Hosts["a"].Clear();

        await RunAsync("a");

        Assert.Equal(["10 s: 54.0.0.2"], Records("www"));
    }

    [Fact]
    public async Task An_Event_Of_One_Group_Leaves_The_Others_Alone()
    {
        Account.With("web", Www, Host(1)).With("app", "Z1:app.example.com", Host(2));

        var result = await RunAsync("app");

        Assert.Equal(["app"], result.Plan.Entries.Select(group => group.Group.Name));
        Assert.Empty(Records("www"));
    }

    [Fact]
    public async Task An_Event_Of_One_Group_Tells_Nothing_Of_The_Others()
    {
        Account.With("web", Www, Host(1)).With("app", "Z1:app.example.com", Host(2));
        await RunAsync();

        var result = await RunAsync("app");

        Assert.Empty(result.Skipped);
    }

    [Fact]
    public async Task Groups_Of_Others_Are_Not_Looked_At()
    {
        Account.With("web", Www, Host(1)).Tags["web"][TagKeys.Environment] = "prod";

        var result = await RunAsync("web");

        Assert.Equal<string>(["web"], result.Plan.Unknown);
        Assert.Empty(Route53.Lines);
    }

    [Fact]
    public async Task Records_Of_A_Group_That_Is_No_More_Go_With_The_Next_Whole_Pass()
    {
        Account.With("web", Www, Host(1)).With("app", "Z1:app.example.com", Host(2));
        await RunAsync();
        Account.Tags.Remove("web");

        await RunAsync();

        Assert.Empty(Records("www"));
    }

    [Fact]
    public async Task When_No_Group_Is_Found_Nothing_Is_Removed()
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Tags.Clear();

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1"], Records("www"));
    }

    [Fact]
    public async Task When_No_Group_Is_Found_The_Records_Are_Told()
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Tags.Clear();

        var result = await RunAsync();

        Assert.Equal("A 'www.example.com' stays as it is: it isn't known what web wants of it.", Assert.Single(result.Skipped).Detail);
    }
}
