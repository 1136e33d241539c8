using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class ProviderTests
{
    private const string ProviderUrn = "urn:pulumi:dev::dockerland::pulumi:providers:test::own";

    [Fact]
    public async Task A_Provider_Is_Named_By_Urn_And_Id()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Thing("thing", null, new() { Provider = new TestProvider("own") }));

        Assert.Equal($"{ProviderUrn}::own-id", engine.Registration("thing").Provider);
    }

    [Fact]
    public async Task A_Provider_That_Is_Yet_To_Be_Made_Has_An_Unknown_Id()
    {
        var engine = await WireProgram.PreviewAsync(() => _ = new Thing("thing", null, new() { Provider = new TestProvider("own") }));

        Assert.Equal($"{ProviderUrn}::{Wire.Unknown}", engine.Registration("thing").Provider);
    }

    [Fact]
    public async Task A_Child_Takes_The_Provider_Of_Its_Component()
    {
        var engine = await WireProgram.RunAsync(() => new Things("group", new() { Provider = new TestProvider("own") }).Add("child"));

        Assert.Equal($"{ProviderUrn}::own-id", engine.Registration("child").Provider);
    }

    [Fact]
    public async Task A_Component_Names_No_Provider()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Things("group", new() { Provider = new TestProvider("own") }));

        Assert.Equal("", engine.Registration("group").Provider);
    }

    [Fact]
    public async Task A_Read_Names_Its_Provider_Too()
    {
        var engine = await WireProgram.RunAsync(() => _ = Thing.Get("thing", "i-1", new() { Provider = new TestProvider("own") }));

        Assert.Equal($"{ProviderUrn}::own-id", engine.Requests<ReadResourceRequest>().Single().Provider);
    }

    [Fact]
    public async Task A_Function_Names_Its_Provider_Too()
    {
        var engine = await WireProgram.RunAsync(
            async () => { await Deployment.Instance.InvokeAsync("test:index:look", InvokeArgs.Empty, new InvokeOptions { Provider = new TestProvider("own") }); },
            engine => engine.Invoke = _ => Task.FromResult(new ResourceInvokeResponse { Return = new Struct() }));

        Assert.Equal($"{ProviderUrn}::own-id", engine.Requests<ResourceInvokeRequest>().Single().Provider);
    }
}
