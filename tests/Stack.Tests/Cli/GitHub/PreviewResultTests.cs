using System.Collections.Immutable;
using Dockerland.Cli;
using Dockerland.Cli.GitHub;

namespace Dockerland.Tests.Stack.Cli.GitHub;

public sealed class PreviewResultTests
{
    /// <summary>What the engine logs last.</summary>
    private const string Summary = """{"sequence":9,"summaryEvent":{"maybeCorrupt":false}}""";

    private const string Group = "dockerland:components:Fleet$aws:autoscaling/group:Group::web";
    private const string OtherSize = """ "diffs":["desiredCapacity"], """;

    /// <summary>A look at the group after it scaled.</summary>
    private static readonly string[] Scaled = [Event("resourcePreEvent", "refresh", Group), Event("resOutputsEvent", "update", Group, OtherSize)];

    [Fact]
    public void Of_Each_Change_Operation_Type_And_Name_Are_Left() => Assert.Equal<PreviewStep>(
        [new("replace", "aws:ec2/subnet:Subnet", "b"), new("update", "aws:ec2/launchTemplate:LaunchTemplate", "web"), new("create", "aws:sns/topic:Topic", "t")],
        Steps(
            Event("resourcePreEvent", "create", "aws:sns/topic:Topic::t"),
            Event("resourcePreEvent", "update", "dockerland:components:Fleet$aws:ec2/launchTemplate:LaunchTemplate::web"),
            Event("resourcePreEvent", "create-replacement", "aws:ec2/subnet:Subnet::b"),
            Event("resourcePreEvent", "replace", "aws:ec2/subnet:Subnet::b"),
            Event("resourcePreEvent", "delete-replaced", "aws:ec2/subnet:Subnet::b"),
            Event("resourcePreEvent", "same", "aws:ec2/vpc:Vpc::network")));

    [Fact]
    public void Nothing_Else_Of_The_Events_Gets_Out()
    {
        var result = PreviewResult.OfEvents([Event("resourcePreEvent", "update", "aws:ssm/parameter:Parameter::key", """ "new":{"inputs":{"value":"hunter2"}}, """), Summary], 0);

        Assert.Equal("""{"code":0,"total":1,"steps":[{"op":"update","type":"aws:ssm/parameter:Parameter","name":"key"}]}""" + "\n", result.Render());
    }

    [Fact]
    public void An_Unknown_Operation_Counts_As_A_Change() =>
        Assert.Equal<PreviewStep>([new("transmogrify", "a:b:C", "c")], Steps(Event("resourcePreEvent", "transmogrify", "a:b:C::c")));

    [Fact]
    public void A_Result_That_Is_Handed_Over_Is_Shown_In_Known_Words_Of_Bounded_Length()
    {
        var step = Assert.Single(PreviewResult.Parse($$"""{"code":0,"total":1,"steps":[{"op":"{{new string('o', 5000)}}","type":"{{new string('t', 5000)}}","name":"n"}]}""").Steps);

        Assert.Equal(("other", 201, "n"), (step.Op, step.Type.Length, step.Name));
    }

    [Fact]
    public void What_A_Refresh_Found_Is_In_What_Came_Out_Of_It() => Assert.Equal<PreviewStep>(
        [new("update", "a:b:C", "drifted")],
        Steps(
            Event("resourcePreEvent", "refresh", "a:b:C::drifted"),
            Event("resOutputsEvent", "update", "a:b:C::drifted"),
            Event("resourcePreEvent", "refresh", "a:b:C::calm"),
            Event("resOutputsEvent", "same", "a:b:C::calm")));

    [Theory]
    [InlineData(""" "detailedDiff":{"desiredCapacity":{"diffKind":"update"}}, """, 0)]
    [InlineData(""" "diffs":["desiredCapacity"], """, 0)]
    [InlineData(""" "detailedDiff":null,"old":{"inputs":{"desiredCapacity":2},"outputs":{"desiredCapacity":2,"name":"web"}},"new":{"inputs":{"desiredCapacity":4},"outputs":{"desiredCapacity":4,"name":"web"}}, """, 0)]
    [InlineData(""" "old":{"outputs":{"desiredCapacity":2,"maxSize":4}},"new":{"outputs":{"desiredCapacity":4,"maxSize":8}}, """, 7)]
    [InlineData(""" "diffs":["desiredCapacity","maxSize"], """, 7)]
    [InlineData("", 7)]
    public void A_Group_That_Only_Has_Scaled_Has_Not_Drifted(string difference, int code)
    {
        var result = PreviewResult.OfEvents([Event("resourcePreEvent", "refresh", Group), Event("resOutputsEvent", "update", Group, difference), Summary], 7);

        Assert.Equal((code, code is 0 ? 0 : 1), (result.Code, result.Total));
    }

    [Fact]
    public void What_Drifted_Beside_A_Scaled_Group_Counts()
    {
        var result = PreviewResult.OfEvents(
            [.. Scaled, Event("resOutputsEvent", "update", "a:b:C::c", """ "diffs":["desiredCapacity"], """), Summary], 7);

        Assert.Equal((7, "update a:b:C c"), (result.Code, Assert.Single(result.Steps).ToString()));
    }

    [Fact]
    public void A_Failed_Look_Stays_One()
    {
        var result = PreviewResult.OfEvents([.. Scaled, Summary], 255);

        Assert.Equal(255, result.Code);
    }

    [Fact]
    public void A_Group_Whose_Size_Deployments_Set_Has_Drifted()
    {
        var result = PreviewResult.OfEvents([.. Scaled, Summary], 7, mayScale: name => name is not "web");

        Assert.Equal((7, "update aws:autoscaling/group:Group web"), (result.Code, Assert.Single(result.Steps).ToString()));
    }

    [Fact]
    public void A_Size_That_The_Program_Changes_Is_A_Change()
    {
        string[] update = [Event("resourcePreEvent", "update", Group, OtherSize), Event("resOutputsEvent", "update", Group, OtherSize)];

        Assert.Equal<PreviewStep>([new("update", "aws:autoscaling/group:Group", "web")], Steps(update));
        Assert.Equal<PreviewStep>([new("update", "aws:autoscaling/group:Group", "web")], Steps([.. Scaled, .. update]));
    }

    [Fact]
    public void A_Long_List_Is_Cut_And_Counted()
    {
        var result = PreviewResult.OfEvents(Enumerable.Range(0, 700).Select(number => Event("resourcePreEvent", "create", $"a:b:C::{number}")).Append(Event("resourcePreEvent", "delete", "a:b:C::z")).Append(Summary), 0);

        Assert.Equal((701, 500, "delete a:b:C z"), (result.Total, result.Steps.Length, result.Steps[0].ToString()));
    }

    [Fact]
    public void It_Reads_What_It_Wrote()
    {
        var result = PreviewResult.OfEvents([Event("resourcePreEvent", "create", "a:b:C::c"), Summary], 7);
        var read = PreviewResult.Parse(result.Render());

        Assert.Equal((7, 1, "create a:b:C c"), (read.Code, read.Total, Assert.Single(read.Steps).ToString()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Without_A_Whole_Log_Nothing_Is_Known(int code)
    {
        string[] cut = [Event("resourcePreEvent", "create", "a:b:C::c"), "{\"sequence\":2,\"resour"];

        Assert.Equal(
            $"The event log is missing or ends early, yet pulumi's exit code is {code}: what changes isn't known. Give the file that pulumi wrote by --event-log.",
            Assert.Throws<CliException>(() => PreviewResult.OfEvents([], code)).Message);
        Assert.Throws<CliException>(() => PreviewResult.OfEvents(cut, code));
    }

    [Fact]
    public void The_Log_Of_A_Failed_Run_May_End_Anywhere()
    {
        var result = PreviewResult.OfEvents([Event("resourcePreEvent", "create", "a:b:C::c"), "{\"sequence\":2,\"resour"], 255);

        Assert.Equal((255, "create a:b:C c"), (result.Code, Assert.Single(result.Steps).ToString()));
    }

    private static ImmutableArray<PreviewStep> Steps(params string[] events) => PreviewResult.OfEvents([.. events, Summary], 0).Steps;

    private static string Event(string kind, string op, string resource, string more = "") =>
        $"{{\"sequence\":1,\"{kind}\":{{\"metadata\":{{{more}\"op\":\"{op}\",\"urn\":\"urn:pulumi:dev::dockerland::{resource}\"}}}}}}";
}
