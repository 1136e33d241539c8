using Dockerland.Infra.Components;

namespace Dockerland.Tests.Infra.Components;

public sealed class HostLogsTests
{
    private const string Type = "aws:cloudwatch/logGroup:LogGroup";

    [Fact]
    public async Task Fleets_That_Share_A_Role_Share_Its_Log() => Assert.Equal(
        ["/dockerland/dev/staging/balancer 14", "/dockerland/dev/staging/web 14"],
        (await RunAsync()).Requests.Where(request => request.Type == Type).Select(request => $"{request.Inputs["name"]} {request.Inputs["retentionInDays"]}").Order(StringComparer.Ordinal));

    private static Task<Cloud> RunAsync() => Cloud.RunAsync(() => _ = new HostLogs("host-logs", new()
    {
        Path = "/dockerland/dev/staging",
        Roles = ["web", "balancer", "web"],
        RetentionDays = 14,
    }));
}
