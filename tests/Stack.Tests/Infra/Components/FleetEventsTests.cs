using System.Collections.Immutable;
using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class FleetEventsTests
{
    private const string Type = "aws:autoscaling/notification:Notification";

    [Fact]
    public async Task All_Four_Kinds_Of_News_Reach_The_Topic() => Assert.Equal(
        """["autoscaling:EC2_INSTANCE_LAUNCH","autoscaling:EC2_INSTANCE_LAUNCH_ERROR","autoscaling:EC2_INSTANCE_TERMINATE","autoscaling:EC2_INSTANCE_TERMINATE_ERROR"] "arn:aws:sns/topic:Topic:fleet-events" """.Trim(),
        $"{(await RunAsync()).Input(Type, "fleet-events-web", "notifications")} {(await RunAsync()).Input(Type, "fleet-events-web", "topicArn")}");

    [Fact]
    public async Task Each_Fleet_Tells_Of_Its_Own_Group()
    {
        var cloud = await RunAsync();

        Assert.Equal("""["db-group"] ["web-group"]""", $"{cloud.Input(Type, "fleet-events-db", "groupNames")} {cloud.Input(Type, "fleet-events-web", "groupNames")}");
    }

    private static Task<Cloud> RunAsync() => Cloud.RunAsync(() => _ = new FleetEvents("fleet-events", new()
    {
        DisplayName = "hosts",
        GroupNames = ImmutableSortedDictionary<string, Output<string>>.Empty.Add("web", Output.Create("web-group")).Add("db", Output.Create("db-group")),
    }));
}
