using Amazon.Route53.Model;
using Dockerland.Contracts;
using Dockerland.Tests.Updater.Dns;

namespace Dockerland.Tests.Updater.DnsUpdater.Passes;

/// <summary>Records of single hosts.</summary>
public sealed class HostSetsTests : PassTest
{
    [Fact]
    public async Task Each_Host_May_Have_A_Name_Of_Its_Own()
    {
        Account.With("web", Www, Host(1), Host(2)).Tags["web"]["DomainMeta.host"] = "#instanceid.hosts.example.com";
        await RunAsync();
        Account.Hosts["web"].RemoveAt(0);

        await RunAsync();

        Assert.Empty(Records("i-1.hosts"));
        Assert.Equal(["10 s: 54.0.0.2"], Records("i-2.hosts"));
    }

    [Fact]
    public async Task Each_Host_May_Have_A_Set_Of_Its_Own()
    {
        Account.With("web", Www, Host(1), Host(2)).Tags["web"]["DomainMeta.multivalue"] = "yes";

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1", "10 s: 54.0.0.2"], Records("www"));
    }

    [Fact]
    public async Task Sets_Of_Single_Hosts_Stay_When_None_Is_Healthy()
    {
        Account.With("web", Www, Host(1), Host(2)).Tags["web"]["DomainMeta.multivalue"] = "yes";
        await RunAsync();
        Account.Hosts["web"].Clear();

        await RunAsync();

        Assert.Equal(["10 s: 54.0.0.1", "10 s: 54.0.0.2"], Records("www"));
    }

    [Fact]
    public async Task Sets_Of_Agents_Go_With_Their_Hosts()
    {
        Route53.Put(OfAgent("i-1", "A", "10.0.0.1"), OfAgent("i-1", "TXT", $"\"{new Owner(MemoryAccount.Stack, "web", "i-1")}\""), OfAgent("i-9", "A", "10.0.0.9"), OfAgent("i-9", "TXT", $"\"{new Owner(MemoryAccount.Stack, "web", "i-9")}\""));
        Account.With("web", Www, Host(1));

        await RunAsync();

        Assert.Equal(["10 s: 10.0.0.1"], Records("login"));
    }

    private static ResourceRecordSet OfAgent(string instance, string type, string value)
    {
        var set = MemoryRoute53.Set(type is "TXT" ? "_dockerland.login.example.com" : "login.example.com", type, 10, value);
        (set.SetIdentifier, set.MultiValueAnswer) = (instance, true);
        return set;
    }
}
