using Amazon.AutoScaling;
using Amazon.EC2;
using Amazon.Route53;
using Dockerland.Cli.Dns;
using Dockerland.Contracts;
using Dockerland.DnsUpdater.Fleets;
using Dockerland.Tests.EndToEnd.AwsSdk;

namespace Dockerland.Tests.EndToEnd.Dns;

[Collection(MotoClients.Name)]
public sealed class DnsRunTests(MotoFixture moto)
{
    [SkippableFact]
    public async Task Who_Watches_Is_Told_What_Is_Done_Now()
    {
        var account = await MotoAccount.CreateAsync(moto, "us-east-1");
        await account.AddGroupAsync("dockerland-watched", "staging", "web", 1);
        var told = new List<string>();
        using var autoScaling = new AmazonAutoScalingClient(MotoFixture.Credentials, moto.Config<AmazonAutoScalingConfig>());
        using var ec2 = new AmazonEC2Client(MotoFixture.Credentials, moto.Config<AmazonEC2Config>());
        using var route53 = new AmazonRoute53Client(MotoFixture.Credentials, moto.Config<AmazonRoute53Config>());
        var run = new DnsRun(new AwsFleetSource(autoScaling, ec2), route53, told.Add);

        await run.RunAsync(new(new("dockerland-watched", "staging", "us-east-1", null), [], [], [], PlanPolicy.Sync) { Apply = true, Wait = true }, default);

        Assert.Equal(["reading groups of dockerland-watched", "reading hosts of 1 group and records of 1 zone", "waiting for Route53's servers"], told);
    }
}
