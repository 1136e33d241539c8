using Dockerland.Infra.Components;
using Pulumi;
using Pulumi.Utilities;

namespace Dockerland.Tests.Infra.Components;

public sealed class AlarmTargetsTests
{
    private const string Subscription = "aws:sns/topicSubscription:TopicSubscription";

    [Fact]
    public async Task A_Topic_That_Is_There_Needs_Nothing()
    {
        var (cloud, actions) = await RunAsync("arn:aws:sns:eu-central-1:123456789012:ops");

        Assert.Equal("arn:aws:sns:eu-central-1:123456789012:ops", Assert.Single(actions));
        Assert.DoesNotContain(cloud.Requests, request => request.Type == "aws:sns/topic:Topic");
    }

    [Fact]
    public async Task People_Are_Told_By_A_Topic_Of_Their_Own()
    {
        var (cloud, actions) = await RunAsync("b@example.com", "a@example.com");

        Assert.Equal("arn:aws:sns/topic:Topic:alarms", Assert.Single(actions));
        Assert.Equal(
            ["alarms-a@example.com email a@example.com", "alarms-b@example.com email b@example.com"],
            cloud.Requests.Where(request => request.Type == Subscription).Select(request => $"{request.Name} {request.Inputs["protocol"]} {request.Inputs["endpoint"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Their_Topic_Is_Encrypted_With_The_Key_That_CloudWatch_May_Use() =>
        Assert.Equal("arn:key", (await RunAsync("a@example.com")).Cloud.Text("aws:sns/topic:Topic", "alarms", "kmsMasterKeyId"));

    [Fact]
    public async Task The_Order_In_The_Settings_Does_Not_Show() => Assert.Equal(
        (await RunAsync("arn:b", "arn:a", "b@example.com")).Actions,
        (await RunAsync("b@example.com", "arn:a", "arn:b")).Actions);

    [Fact]
    public async Task Nobody_Is_Told_When_Nobody_Is_Named() =>
        Assert.Empty((await RunAsync()).Actions);

    private static async Task<(Cloud Cloud, string[] Actions)> RunAsync(params string[] targets)
    {
        string[] actions = [];
        var cloud = await Cloud.RunAsync(async () =>
        {
            var made = new AlarmTargets("alarms", new()
            {
                Targets = [.. targets],
                DisplayName = "alarms",
                KeyArn = Output.Create("arn:key"),
                Account = Output.Create(Aws.Account),
            });
            actions = await Task.WhenAll(made.Actions.Select(action => OutputUtilities.GetValueAsync(action)));
        });
        return (cloud, actions);
    }
}
