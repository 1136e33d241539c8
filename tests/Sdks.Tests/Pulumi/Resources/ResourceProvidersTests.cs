using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

/// <summary>Which provider a resource gets.</summary>
public sealed class ResourceProvidersTests
{
    [Fact]
    public async Task A_Provider_Is_Named_By_Urn_And_Id() => Assert.Equal(
        Reference("p"), await ProviderOfAsync(() => _ = new Thing("a", options: new() { Provider = new ThingProvider("p") })));

    [Fact]
    public async Task Without_One_It_Is_The_Default() => Assert.Equal("", await ProviderOfAsync(() => _ = new Thing("a")));

    [Fact]
    public async Task A_Component_Passes_Its_Provider_On() => Assert.Equal(Reference("p"), await ProviderOfAsync(() =>
    {
        var outer = new Group("outer", new() { Provider = new ThingProvider("p") });
        _ = new Thing("a", options: new() { Parent = new Group("inner", new() { Parent = outer }) });
    }));

    [Fact]
    public async Task A_Component_Passes_The_Provider_Of_The_Types_Package_On() => Assert.Equal(Reference("p"), await ProviderOfAsync(() =>
    {
        var group = new Group("g", new() { Providers = { new ThingProvider("other", package: "other"), new ThingProvider("p") } });
        _ = new Thing("a", options: new() { Parent = group });
    }));

    [Fact]
    public async Task A_Provider_Of_Another_Package_Is_Not_Passed_On() => Assert.Equal("", await ProviderOfAsync(() =>
    {
        var group = new Group("g", new() { Provider = new ThingProvider("other", package: "other") });
        _ = new Thing("a", options: new() { Parent = group });
    }));

    [Fact]
    public async Task The_Innermost_Provider_Of_A_Package_Counts() => Assert.Equal(Reference("p2"), await ProviderOfAsync(() =>
    {
        var outer = new Group("outer", new() { Provider = new ThingProvider("p1") });
        var inner = new Group("inner", new() { Parent = outer, Providers = { new ThingProvider("p2") } });
        _ = new Thing("a", options: new() { Parent = inner });
    }));

    [Fact]
    public async Task A_Resources_Own_Provider_Counts_First() => Assert.Equal(Reference("p2"), await ProviderOfAsync(() =>
    {
        var group = new Group("g", new() { Provider = new ThingProvider("p1") });
        _ = new Thing("a", options: new() { Parent = group, Provider = new ThingProvider("p2") });
    }));

    [Fact]
    public async Task A_Resource_Passes_Its_Provider_On_Under_Its_Types_Package() => Assert.Equal(Reference("p"), await ProviderOfAsync(() =>
    {
        var parent = new Thing("parent", options: new() { Provider = new ThingProvider("p") });
        _ = new Thing("a", options: new() { Parent = parent });
    }));

    [Fact]
    public async Task A_Local_Component_Names_No_Provider_Itself()
    {
        var run = (await Run.UpdateAsync(() => _ = new Group("g", new() { Provider = new ThingProvider("p") }))).Succeeded();

        Assert.Equal("", run.Monitor.Registration("g").Provider);
        Assert.Empty(run.Monitor.Registration("g").Providers);
    }

    [Fact]
    public async Task A_Remote_Component_Names_All_Providers()
    {
        var run = (await Run.UpdateAsync(() => _ = new ComponentResource(
            "test:index:Remote", "r", null, new() { Providers = { new ThingProvider("p"), new ThingProvider("q", package: "other") } }, remote: true))).Succeeded();

        var providers = run.Monitor.Registration("r").Providers;
        Assert.Equal(Reference("p"), providers["test"]);
        Assert.Equal(Reference("q", "other"), providers["other"]);
    }

    [Fact]
    public async Task A_Provider_Yet_To_Be_Made_Has_An_Unknown_Id()
    {
        var run = Run.Preview();
        run.Monitor.OnRegister = request => Task.FromResult(new global::Pulumi.Rpc.RegisterResourceResponse { Urn = FakeMonitor.Echo(request).Urn });
        (await run.ExecuteAsync(() => _ = new Thing("a", options: new() { Provider = new ThingProvider("p") }))).Succeeded();

        Assert.EndsWith("::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9", run.Monitor.Registration("a").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_And_Providers_Contradict_Each_Other()
    {
        Exception? thrown = null;
        (await Run.UpdateAsync(() =>
        {
            var (p, q) = (new ThingProvider("p"), new ThingProvider("q"));
            thrown = Record.Exception(() => new Group("g", new() { Provider = p, Providers = { q } }));
        })).Succeeded();

        Assert.Contains("both 'provider' and 'providers'", Assert.IsType<ResourceException>(thrown).Message, StringComparison.Ordinal);
    }

    private static async Task<string> ProviderOfAsync(Action program) =>
        (await Run.UpdateAsync(program)).Succeeded().Monitor.Registration("a").Provider;

    private static string Reference(string name, string package = "test") =>
        $"urn:pulumi:stack::project::pulumi:providers:{package}::{name}::{name}";
}
