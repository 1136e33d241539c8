using Pulumi;
using Pulumi.Rpc;

namespace Dockerland.Tests.Sdks.Pulumi.Wire;

public sealed class LogTests
{
    [Fact]
    public async Task A_Message_About_A_Resource_Carries_Its_Urn()
    {
        var engine = await WireProgram.RunAsync(() => Log.Warn("look", new Thing("thing"), streamId: 3, ephemeral: true));

        Wire.Equal(
            $$"""{ "severity": "WARNING", "message": "look", "urn": "{{Wire.ThingUrn("thing")}}", "streamId": 3, "ephemeral": true }""",
            engine.Json<LogRequest>());
    }

    [Fact]
    public async Task Messages_Arrive_In_The_Order_In_Which_They_Were_Written()
    {
        var texts = Enumerable.Range(0, 100).Select(number => $"message {number}").ToArray();
        var engine = await WireProgram.RunAsync(() => Array.ForEach(texts, text => Log.Info(text)));

        Assert.Equal(texts, engine.Requests<LogRequest>().Select(log => log.Message));
    }

    [Fact]
    public async Task A_Secret_That_Becomes_Text_By_Mistake_Is_Not_Shown()
    {
        var text = "";
        await WireProgram.RunAsync(() => text = $"{Output.CreateSecret("hush")}");

        Assert.DoesNotContain("hush", text, StringComparison.Ordinal);
    }
}
