using System.Net;
using Amazon.AutoScaling;
using Amazon.AutoScaling.Model;
using Amazon.Runtime;
using Dockerland.DnsUpdater;
using Dockerland.DnsUpdater.Hooks;
using Moq;

namespace Dockerland.Tests.Updater.DnsUpdater.Hooks;

public sealed class AwsHooksTests
{
    private static readonly HookMessage Message = new("web", "terminate", "i-1", "t-1", HookTransition.Terminate);

    [Fact]
    public async Task A_Host_That_Does_Not_Wait_Is_No_Error() =>
        Assert.False(await Hooks("No active Lifecycle Action found with instance ID i-1").ContinueAsync(Message, default));

    [Fact]
    public async Task Any_Other_Refusal_Is_One() => Assert.Equal(
        "autoscaling:CompleteLifecycleAction failed: AutoScalingGroup name not found",
        (await Assert.ThrowsAsync<UpdaterException>(() => Hooks("AutoScalingGroup name not found").ContinueAsync(Message, default))).Message);

    private static AwsHooks Hooks(string refusal)
    {
        var client = new Mock<IAmazonAutoScaling>(MockBehavior.Strict);
        client.Setup(one => one.CompleteLifecycleActionAsync(It.IsAny<CompleteLifecycleActionRequest>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new AmazonAutoScalingException(refusal, ErrorType.Sender, "ValidationError", "1", HttpStatusCode.BadRequest));
        return new(client.Object);
    }
}
