using Dockerland.Tests.EndToEnd.AwsSdk;
using Dockerland.Tests.Support;
using Dockerland.Tests.Support.Clouds;

namespace Dockerland.Tests.EndToEnd.Dns;

/// <summary><c>./dockerland dns</c> as people run it, against moto.</summary>
[Collection(MotoClients.Name)]
public sealed class DnsVerbTests(MotoFixture moto)
{
    private const string Dev = "dockerland-dev";

    [SkippableFact]
    public async Task A_Sync_Makes_The_Record_The_Healthy_Hosts_And_Leaves_Nothing_To_Plan()
    {
        var account = await MotoAccount.CreateAsync(moto, "eu-west-1");
        var hosts = await account.AddGroupAsync(Dev, "staging", "web", 3);
        await account.DnsAsync(["sync"]);
        await account.TerminateAsync(hosts[0]);
        await account.MakeIllAsync(hosts[1]);

        var plan = await account.DnsAsync(["plan"]);
        var sync = await account.DnsAsync(["sync", "--wait"]);
        var again = await account.DnsAsync(["plan"]);

        var address = await account.AddressAsync(hosts[2]);
        Assert.Equal((2, 0, 0), (plan.ExitCode, sync.ExitCode, again.ExitCode));
        Assert.Matches($@"{hosts[1]} .* left out: it is Unhealthy\n", plan.Output);
        Assert.Matches($@"~ update A web.example.com: .+, .+, .+ \(10 s\) → {address.Replace(".", @"\.", StringComparison.Ordinal)} \(10 s\)\n", plan.Output);
        Assert.Equal([$"web: {address}"], await account.RecordsAsync());
    }

    [SkippableFact]
    public async Task Neither_A_Plan_Nor_A_Dry_Run_Makes_A_Change_Call()
    {
        var account = await MotoAccount.CreateAsync(moto, "eu-west-2");
        await account.AddGroupAsync(Dev, "staging", "web", 3);
        await using var recorder = await ApiRecorder.StartAsync(moto.Endpoint, new Dictionary<string, string>());

        var codes = new[] { (await account.DnsAsync(["plan"], recorder.Endpoint)).ExitCode, (await account.DnsAsync(["sync", "--dry-run", "--wait"], recorder.Endpoint)).ExitCode };

        Assert.Equal([2, 2], codes);
        Assert.Equal(["autoscaling:DescribeAutoScalingGroups", "ec2:DescribeInstances", "route53:ListResourceRecordSets"], recorder.Calls.Select(call => call.ToString()));
        Assert.Empty(await account.RecordsAsync());
    }

    [SkippableFact]
    public async Task Dev_Never_Touches_Prod()
    {
        var account = await MotoAccount.CreateAsync(moto, "eu-west-3");
        await account.AddGroupAsync("dockerland-prod", "production", "shop", 1);
        await account.DnsAsync(["sync", "prod"]);
        var before = Assert.Single(await account.RecordsAsync());
        await account.AddGroupAsync("dockerland-prod", "production", "queue", 1);
        await account.AddGroupAsync(Dev, "production", "stray", 1);
        await account.AddGroupAsync(Dev, "staging", "web", 1);

        await account.DnsAsync(["sync"]);

        var records = await account.RecordsAsync();
        Assert.Equal(["shop", "web"], records.Select(record => record.Split(':')[0]));
        Assert.Equal(before, records[0]);
    }

    [SkippableFact]
    public async Task Only_The_Group_That_Is_Named_Is_Looked_At()
    {
        var account = await MotoAccount.CreateAsync(moto, "eu-north-1");
        await account.AddGroupAsync(Dev, "staging", "web", 1);
        await account.AddGroupAsync(Dev, "staging", "db", 1);

        var sync = await account.DnsAsync(["sync", "--group", "db"]);
        var unknown = await account.DnsAsync(["sync", "--group", "webb"]);

        Assert.DoesNotContain("web", sync.Output, StringComparison.Ordinal);
        Assert.StartsWith("db: ", Assert.Single(await account.RecordsAsync()), StringComparison.Ordinal);
        Assert.Equal((1, "", "error: The stack dockerland-dev has no group 'webb'. Did you mean 'web'?\n"), (unknown.ExitCode, unknown.Output, unknown.Error));
    }

    [SkippableFact]
    public async Task A_Foreign_Record_Stays_Until_It_Is_Adopted()
    {
        var account = await MotoAccount.CreateAsync(moto, "ca-central-1");
        var hosts = await account.AddGroupAsync(Dev, "staging", "web", 1);
        await account.PutForeignAsync("web", "192.0.2.1");

        var left = await account.DnsAsync(["sync"]);
        Assert.Equal(["web: 192.0.2.1"], await account.RecordsAsync());
        Assert.Contains("Adopt the name to take it over: --adopt web.example.com\n", left.Output, StringComparison.Ordinal);

        await account.DnsAsync(["sync", "--adopt", "web.example.com"]);
        Assert.Equal([$"web: {await account.AddressAsync(hosts[0])}"], await account.RecordsAsync());
    }

    [SkippableFact]
    public async Task A_Zone_That_Is_Gone_Is_Named_And_The_Others_Are_Kept()
    {
        var account = await MotoAccount.CreateAsync(moto, "sa-east-1");
        await account.AddGroupAsync(Dev, "staging", "web", 1);
        await account.AddGroupAsync(Dev, "staging", "db", 1, zone: "ZGONE");

        var sync = await account.DnsAsync(["sync"]);

        Assert.Equal((1, "error: There is no hosted zone ZGONE in this account. Correct the id, which groups have in their tag DomainMeta, or use credentials of the zone's account.\n"), (sync.ExitCode, sync.Error));
        Assert.StartsWith("web: ", Assert.Single(await account.RecordsAsync()), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("AccessDenied", "error: Access denied: autoscaling:DescribeAutoScalingGroups on *. Allow it in the policy of the credentials in use. AWS says: No.\n")]
    [InlineData("ExpiredToken", "error: AWS doesn't take the credentials in use: No. Renew them, or set the clock of this machine.\n")]
    public async Task Who_May_Not_Look_Is_Told_What_To_Do(string code, string error)
    {
        var account = await MotoAccount.CreateAsync(moto, "ap-east-1");
        await using var proxy = await FaultProxy.StartAsync(moto.Endpoint);
        for (var tries = 0; tries < 9; tries++) proxy.Faults.Enqueue(new(403, FaultProxy.Error(code, "No.")));

        var plan = await account.DnsAsync(["plan"], proxy.Endpoint);

        Assert.Equal((1, "", error), (plan.ExitCode, plan.Output, plan.Error));
    }

    [SkippableFact]
    public async Task A_Record_That_May_Not_Be_Changed_Is_Named()
    {
        var account = await MotoAccount.CreateAsync(moto, "me-south-1");
        await account.AddGroupAsync(Dev, "staging", "web", 1);
        await using var proxy = await FaultProxy.StartAsync(moto.Endpoint);
        var denied = new Fault(403, FaultProxy.Error("AccessDenied", "No."));
        // Groups, hosts and the zone are read; what is refused is read and tried once more.
        foreach (var fault in new[] { null, null, null, denied, null, denied, null, denied }) proxy.Faults.Enqueue(fault);

        var sync = await account.DnsAsync(["sync"], proxy.Endpoint);

        Assert.Equal(1, sync.ExitCode);
        Assert.StartsWith($"error: web.example.com: Access denied: route53:ChangeResourceRecordSets on arn:aws:route53:::hostedzone/{account.ZoneId}.", sync.Error, StringComparison.Ordinal);
        Assert.Empty(await account.RecordsAsync());
    }

    [SkippableFact]
    public async Task Where_There_Are_No_Groups_Nothing_Is_Done_And_That_Is_Said()
    {
        var account = await MotoAccount.CreateAsync(moto, "ap-south-1");

        var plan = await account.DnsAsync(["plan"]);

        Assert.Equal(
            (1, "", "error: No group in ap-south-1 has the tags of stack dockerland-dev and environment staging. Deploy the stack, or say --region or --profile when it is elsewhere.\n"),
            (plan.ExitCode, plan.Output, plan.Error));
    }

    [SkippableTheory]
    [InlineData("no-credentials", "error: There are no AWS credentials: Failed to resolve AWS credentials. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run 'aws configure'.\n")]
    [InlineData("no-profile", "error: There is no AWS profile 'nobody' with credentials. There is none at all; 'aws configure' makes one.\n")]
    [InlineData("no-cloud", "error: autoscaling:DescribeAutoScalingGroups failed: Connection refused (127.0.0.1:9)\n")]
    public async Task What_Is_Missing_Is_One_Line(string missing, string error)
    {
        using var home = new TempFolder();
        var account = await MotoAccount.CreateAsync(moto, "ap-east-1");
        var variables = new Dictionary<string, string?> { ["HOME"] = home.Path };
        if (missing is "no-credentials") (variables["AWS_ACCESS_KEY_ID"], variables["AWS_SECRET_ACCESS_KEY"]) = (null, null);

        var plan = await account.DnsAsync(
            missing is "no-profile" ? ["plan", "--profile", "nobody"] : ["plan"],
            missing is "no-cloud" ? new Uri("http://127.0.0.1:9") : null,
            variables);

        Assert.Equal((1, "", error), (plan.ExitCode, plan.Output, plan.Error));
    }
}
