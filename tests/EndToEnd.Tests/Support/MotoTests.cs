using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Support;

public sealed class MotoTests
{
    [SkippableFact]
    public async Task Boto3_Makes_And_Sees_A_Zone()
    {
        Prerequisite.Programs(Moto.Programs);
        await using var moto = await Moto.StartAsync();

        var zones = await moto.Boto3Async("""
            route53 = boto3.client("route53")
            route53.create_hosted_zone(Name="example.net", CallerReference="1")
            result = [zone["Name"] for zone in route53.list_hosted_zones()["HostedZones"]]
            """);

        Assert.Equal("""["example.net."]""", zones.GetRawText());
    }
}
