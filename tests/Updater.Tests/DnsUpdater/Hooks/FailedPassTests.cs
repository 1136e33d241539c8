using System.Net;
using Amazon.Route53;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Dockerland.DnsUpdater.Hooks;
using Dockerland.DnsUpdater.Passes;
using Dockerland.Tests.Updater.Dns;
using Dockerland.Tests.Updater.DnsUpdater.Passes;

namespace Dockerland.Tests.Updater.DnsUpdater.Hooks;

/// <summary>Who goes after a pass in which something went wrong.</summary>
public sealed class FailedPassTests : PassTest
{
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task A_Host_Goes_When_Only_Others_Records_Failed()
    {
        await FirstAsync();
        Refuse("app.example.com");
        Account.Hosts["web"] = [Host(1), Host(3) with { Lifecycle = "Terminating:Wait" }];
        Account.Hosts["app"] = [Host(4)];

        Assert.Equal(["continue i-3"], await TerminateAsync("web", 3));
    }

    [Fact]
    public async Task A_Host_Stays_While_Its_Groups_Record_Has_It()
    {
        await FirstAsync();
        Refuse("www.example.com");
        Account.Hosts["web"] = [Host(1), Host(3) with { Lifecycle = "Terminating:Wait" }];

        Assert.Empty(await TerminateAsync("web", 3));
    }

    [Fact]
    public async Task A_Host_Stays_While_A_Record_Has_It_That_Its_Group_Had()
    {
        await FirstAsync();
        Refuse("www.example.com");
        Account.With("web", "Z1:shop.example.com", Host(1), Host(3) with { Lifecycle = "Terminating:Wait" });

        Assert.Empty(await TerminateAsync("web", 3));
    }

    [Fact]
    public async Task A_Host_Stays_While_Its_Zone_Can_Not_Be_Read()
    {
        await FirstAsync();
        Route53.Before = _ => throw Denied();

        Assert.Empty(await TerminateAsync("web", 3));
    }

    private Task<PassResult> FirstAsync()
    {
        Account.With("web", Www, Host(1), Host(3)).With("app", "Z1:app.example.com", Host(2));
        return RunAsync();
    }

    private async Task<List<string>> TerminateAsync(string group, int host)
    {
        var result = await RunAsync();
        Assert.NotEmpty(result.Failures);
        await new HookAnswers(Account, _time, _time.WaitAsync).TerminateAsync(
            [new(group, "terminate", $"i-{host}", "t-1", HookTransition.Terminate)], result, (_, _) => Task.FromResult(true), _time.GetUtcNow().AddSeconds(500), default);
        return Account.Calls;
    }

    private void Refuse(string name) => Route53.Before = request =>
        request is ChangeResourceRecordSetsRequest change && change.ChangeBatch.Changes.Any(one => one.ResourceRecordSet.Name == $"{name}.") ? throw Denied() : Task.CompletedTask;

    private static AmazonRoute53Exception Denied() => new("not authorized", ErrorType.Sender, "AccessDenied", "1", HttpStatusCode.Forbidden);
}
