using Dockerland.Infra.Components;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class EventKeyTests
{
    [Fact]
    public async Task The_Key_Is_Rotated() =>
        Assert.Equal("true", (await RunAsync("dockerland-dev-events")).Input("aws:kms/key:Key", "event-key", "enableKeyRotation"));

    [Theory]
    [InlineData("dockerland-dev-events", "alias/dockerland-dev-events")]
    [InlineData("dockerland-v1.2-events", "alias/dockerland-v1/2-events")]
    public async Task The_Key_Has_A_Name_That_Aws_Takes(string name, string alias) =>
        Assert.Equal(alias, (await RunAsync(name)).Text("aws:kms/alias:Alias", "event-key", "name"));

    private static Task<Cloud> RunAsync(string alias) => Cloud.RunAsync(() => _ = new EventKey("event-key", new()
    {
        Description = "Events",
        AliasName = alias,
        Account = Output.Create(Aws.Account),
    }));
}
