using Dockerland.Contracts;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

public sealed class PassPolicyTests : PassTest
{
    [Theory]
    [InlineData(PlanPolicy.Sync, "sync", "10 s: 54.0.0.2")]
    [InlineData(PlanPolicy.UpsertOnly, "sync", "10 s: 54.0.0.2")]
    [InlineData(PlanPolicy.CreateOnly, "sync", "10 s: 54.0.0.1")]
    [InlineData(PlanPolicy.CreateOnly, "upsert-only", "10 s: 54.0.0.1")]
    [InlineData(PlanPolicy.Sync, "create-only", "10 s: 54.0.0.1")]
    public async Task Of_The_Passs_Policy_And_The_Entrys_The_Stricter_Counts(PlanPolicy policy, string entrys, string record)
    {
        Account.With("web", Www, Host(1));
        await RunAsync();
        Account.Hosts["web"] = [Host(2)];
        Account.Tags["web"]["DomainMeta.policy"] = entrys;

        var pass = Pass(policy);
        await pass.RunOnceAsync(await pass.ReadGroupsAsync(default), null, default);

        Assert.Equal([record], Records("www"));
    }
}
