using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class ComponentTests
{
    private const string GroupUrn = "urn:pulumi:dev::dockerland::test:index:Things::group";

    [Fact]
    public async Task A_Component_Is_Registered_Without_Being_Custom()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Things("group"));

        Wire.Equal(
            $$"""
            {
              "type": "test:index:Things", "name": "group", "parent": "{{Wire.StackUrn}}", "object": {},
              "acceptSecrets": true, "acceptResources": true, "supportsResultReporting": true
            }
            """,
            engine.RegistrationJson("group"));
    }

    [Fact]
    public async Task A_Child_Names_Its_Component_As_Parent()
    {
        Thing child = null!;
        var engine = await WireProgram.RunAsync(() => child = new Things("group").Add("child"));

        Assert.Equal((GroupUrn, Wire.ChildUrn("child")), (engine.Registration("child").Parent, await child.Urn.ValueAsync()));
    }

    [Fact]
    public async Task Depending_On_A_Component_Is_Depending_On_What_It_Holds()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            var group = new Things("group");
            group.Add("first");
            group.Add("second");
            var inner = new Things("inner", new() { Parent = group });
            inner.Add("third");
            _ = new Thing("after", null, new() { DependsOn = group });
        });

        Assert.Equal(
            [Wire.ChildUrn("first"), Wire.ChildUrn("second"), "urn:pulumi:dev::dockerland::test:index:Things$test:index:Things$test:index:Thing::third"],
            engine.Registration("after").Dependencies.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_Child_That_Depends_On_Its_Own_Component_Does_Not_Wait_For_Itself()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            var group = new Things("group");
            group.Add("first");
            group.Add("second", null, new() { DependsOn = group });
        });

        Assert.DoesNotContain(Wire.ChildUrn("second"), engine.Registration("second").Dependencies);
    }

    [Fact]
    public async Task Outputs_Of_A_Component_Are_Told_Once_With_Secrets_And_Unknowns()
    {
        var engine = await WireProgram.PreviewAsync(() =>
        {
            var group = new Things("group");
            var child = group.Add("child", new ThingArgs { Text = "known" });
            group.Complete(new Dictionary<string, object?>
            {
                ["text"] = child.Text,
                ["address"] = child.Address,
                ["password"] = Output.CreateSecret("hush"),
            });
        });

        Wire.Equal(
            $$"""
            {
              "urn": "{{GroupUrn}}",
              "outputs": { "text": "known", "address": "{{Wire.Unknown}}", "password": {{Wire.Secret("\"hush\"")}} }
            }
            """,
            engine.Calls.Single(call => call.Request is RegisterResourceOutputsRequest { Urn: GroupUrn }).Json);
    }

    [Fact]
    public async Task Outputs_Of_The_Stack_Are_Told_Once()
    {
        var engine = await WireProgram.RunAsync(() => new Dictionary<string, object?> { ["id"] = new Thing("thing").Id, ["count"] = 2, ["none"] = null });

        Wire.Equal($$"""{ "urn": "{{Wire.StackUrn}}", "outputs": { "id": "thing-id", "count": 2 } }""", engine.Json<RegisterResourceOutputsRequest>());
    }
}
