using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;
using Dockerland.Infra;
using Dockerland.Tests.Infra.Settings;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

/// <summary>Both plans are evaluated, as the second one is at work: its values aren't those that a file holds.</summary>
public sealed class HostChangesTests
{
    [Fact]
    public async Task A_Refresh_Pauses_At_Its_Checkpoints() => Assert.Equal(
        "pauses for 60 minutes when 20 and 60 % are replaced",
        (await FactsAsync("""{"replacement":{"checkpoints":[20,60,100]}}""", """{"replacement":{"checkpoints":[20,60,100]},"volume":{"size":30}}"""))[^1]);

    [Theory]
    [InlineData("Launch", "Launch is suspended")]
    [InlineData("Terminate", "Terminate is suspended")]
    [InlineData("InstanceRefresh", "InstanceRefresh is suspended")]
    [InlineData("AZRebalance\",\"Terminate\",\"Launch", "Terminate and Launch are suspended")]
    public async Task Nothing_Is_Replaced_While_That_Is_Suspended(string processes, string why) => Assert.Equal(
        [$"hosts that run stay as they are, since {why}; new ones get the changed block device mappings"],
        await FactsAsync($$"""{"suspendedProcesses":["{{processes}}"]}""", $$"""{"suspendedProcesses":["{{processes}}"],"volume":{"size":30} }"""));

    [Theory]
    [InlineData("{}", """{"maxLifetimeDays":30}""", "hosts older than 30 days are replaced, and each other one once it is that old")]
    [InlineData("""{"maxLifetimeDays":30}""", """{"maxLifetimeDays":1}""", "hosts older than 1 day are replaced, and each other one once it is that old")]
    [InlineData("""{"min":1,"max":4}""", """{"min":1,"max":4,"warmPool":{"state":"Running"}}""", "up to 3 hosts are launched to wait in the new warm pool")]
    [InlineData("""{"min":1,"max":4}""", """{"min":1,"max":4,"warmPool":{"state":"Running","maxPrepared":2}}""", "up to 1 host is launched to wait in the new warm pool")]
    [InlineData("""{"min":2,"max":2}""", """{"min":2,"max":2,"warmPool":{"state":"Running","min":1}}""", "up to 1 host is launched to wait in the new warm pool")]
    [InlineData("""{"warmPool":{"state":"Running"}}""", "{}", "hosts that wait in the warm pool are terminated with it")]
    public async Task Hosts_Come_And_Go_For_Their_Age_And_For_The_Pool(string before, string after, string fact) =>
        Assert.Equal([fact], await FactsAsync(before, after));

    [Theory]
    [InlineData("""{"maxLifetimeDays":1}""", """{"maxLifetimeDays":30}""")]
    [InlineData("""{"maxLifetimeDays":1}""", "{}")]
    [InlineData("""{"min":2,"max":2}""", """{"min":2,"max":2,"warmPool":{"state":"Running"}}""")]
    public async Task A_Later_Age_Or_An_Empty_Pool_Moves_No_Host(string before, string after) =>
        Assert.Empty(HostChanges.Of(PlanDiff.Between(await PlanAsync(before), await PlanAsync(after))));

    private static async Task<string[]> FactsAsync(string before, string after) =>
        [.. HostChanges.Of(PlanDiff.Between(await PlanAsync(before), await PlanAsync(after))).Single().Facts];

    private static Task<Plan> PlanAsync(string fleet)
    {
        var inputs = StackInputs.Read(SettingsReaderTests.Config(("dockerland:fleets", $$"""{"web":{{fleet}}}""")), Support.Repository.Root);
        return new StackEvaluation(new(Support.Repository.Root)).RunAsync("dockerland", "dev", options => new DockerlandStack(inputs, options));
    }
}
