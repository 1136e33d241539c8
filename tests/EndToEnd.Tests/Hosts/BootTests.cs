using System.Net;
using System.Text.Json;
using Dockerland.Cli.Boot;

namespace Dockerland.Tests.EndToEnd.Hosts;

/// <summary>Hosts that boot from what dev's launch templates tell them, with nothing of it edited.</summary>
[Collection(HostTestGroup.Name)]
public sealed class BootTests(BootedHosts hosts)
{
    [SkippableTheory]
    [InlineData("web")]
    [InlineData("balancer")]
    public void It_Boots_In_Time_With_All_Units_Containers_And_Labels(string fleet)
    {
        BootedHosts.Require();

        Assert.True(hosts.LacksOf(fleet) is [], hosts.Said);
        Assert.InRange(hosts[fleet].Elapsed, TimeSpan.Zero, BootCommand.Limit);
    }

    [SkippableFact]
    public async Task User_Data_Is_The_Templates()
    {
        BootedHosts.Require();

        var seed = await hosts.RunAsync("web", "cat /var/lib/cloud/instance/user-data.txt");

        Assert.Equal(hosts["web"].Aws.Host.UserData.TrimEnd('\n'), seed);
    }

    [SkippableFact]
    public async Task The_Web_Application_Answers()
    {
        BootedHosts.Require();
        using var client = new HttpClient();

        var answer = JsonElement.Parse(await client.GetStringAsync(new Uri($"http://{hosts["web"].Container.Address}:3000/")));

        Assert.Equal("world!", answer.GetProperty("hello").GetString());
        Assert.Equal(HostContainer.NameOf(hosts["web"].Aws.Host), answer.GetProperty("tag").GetString());
    }

    [SkippableFact]
    public async Task The_Balancer_Answers_Though_It_Has_No_Backend()
    {
        BootedHosts.Require();
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri($"http://{hosts["balancer"].Container.Address}/"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [SkippableFact]
    public async Task Secrets_Come_From_The_Parameters_And_Are_Nobody_Elses()
    {
        BootedHosts.Require();
        var web = hosts["web"];

        var key = await web.Container.RunAsync("sed -n 's/^SERF_KEY=\"\\(.*\\)\"$/\\1/p' /run/dockerland/webapp.env");

        Assert.Equal(32, Convert.FromBase64String(key).Length);
        Assert.Equal("600", await web.Container.RunAsync("stat -c %a /run/dockerland/webapp.env"));
        Assert.DoesNotContain(key, web.Aws.Host.UserData, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Output_Of_Containers_Ends_In_The_Log_Group()
    {
        BootedHosts.Require();

        var streams = await hosts.RunAsync("web", "aws --region eu-central-1 logs describe-log-streams --log-group-name /dockerland/dev/staging/web --query 'logStreams[].logStreamName' --output text");

        Assert.Contains("webapp.service", streams, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_Registry_Lets_Nobody_In_Without_The_Hosts_Role()
    {
        BootedHosts.Require();

        var registry = AwsNames.RegistryOf(hosts["web"].Aws.Host.Images.Keys.First());

        Assert.Equal("401", await hosts.RunAsync("web", $"curl -s -o /dev/null -w '%{{http_code}}' https://{registry}/v2/"));
    }

    [SkippableFact]
    public async Task Metadata_Is_Nobodys_Without_A_Token()
    {
        BootedHosts.Require();

        Assert.Equal("401", await hosts.RunAsync("web", "curl -s -o /dev/null -w '%{http_code}' http://169.254.169.254/latest/meta-data/instance-id"));
    }
}
