using Dockerland.Cli.Bench;
using Dockerland.Cli.Planning;
using Dockerland.Tests.Stack.Cli.Planning;
using Pulumi;

namespace Dockerland.Tests.Stack.Cli.Bench;

public sealed class BenchGraphTests
{
    [Fact]
    public async Task The_Graph_Has_The_Parents_And_References_Of_The_Program()
    {
        var graph = await BenchGraph.RecordAsync(new(Path.GetTempPath()), options => new LinkedStack(options));

        Assert.Equal(
            """
            [{"type":"test:index:Group","name":"g","parent":null,"custom":false,"outputs":[],"inputs":{}},
            {"type":"test:index/thing:Thing","name":"b","parent":0,"custom":true,"outputs":["text","arn","version","servers","password"],"inputs":{}},
            {"type":"test:index/thing:Thing","name":"a","parent":null,"custom":true,"outputs":["text","arn","version","servers","password"],"inputs":{"text":"<test:index/thing:Thing|b.arn>!"}}]
            """,
            graph.ToJsonString(PlanJson.Relaxed).Replace("},{", "},\n{", StringComparison.Ordinal));
    }

    private sealed class LinkedStack : Pulumi.Stack
    {
        public LinkedStack(StackOptions options)
            : base(options)
        {
            var first = new Thing("b", null, new() { Parent = new Cli.Planning.Group("g") });
            _ = new Thing("a", new() { Text = Output.Format($"{first.Arn}!") });
        }
    }
}
