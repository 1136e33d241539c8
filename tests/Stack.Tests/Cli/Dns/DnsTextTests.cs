using Dockerland.Cli.Dns;
using Dockerland.Dns;
using static Dockerland.Tests.Stack.Cli.Dns.Reports;

namespace Dockerland.Tests.Stack.Cli.Dns;

public sealed class DnsTextTests
{
    [Fact]
    public void It_Says_Of_Each_Host_Why_It_Counts_Then_What_Changes() => Assert.Equal(
        """
        dockerland-dev, environment staging, eu-central-1

        Group dockerland-dev--web_1, which is to have 2 hosts
          www.example.com in Z1: public addresses, 10 s
            instance  lifecycle         health     machine        address
            i-1       InService         Healthy    running        54.0.0.1  kept
            i-2       InService         Unhealthy  running        54.0.0.2  left out: it is Unhealthy
            i-3       Terminating:Wait  Healthy    shutting-down  -         left out: it is Terminating:Wait
          nodes.web.example.com in Z2: private addresses, 10 s
            instance  lifecycle         health     machine        address
            i-1       InService         Healthy    running        10.0.0.1  kept
            i-2       InService         Unhealthy  running        10.0.0.2  left out: it is Unhealthy
            i-3       Terminating:Wait  Healthy    shutting-down  10.0.0.3  left out: it is Terminating:Wait

        Changes
          ~ update A www.example.com: 54.0.0.1, 54.0.0.3 (10 s) → 54.0.0.1 (10 s)

        1 change to make (1 updated): 1 host of 1 group, 2 zones.

        """,
        DnsText.Render(Planned([Change("www.example.com", A("www.example.com", "54.0.0.1", "54.0.0.3"), A("www.example.com", "54.0.0.1"))])));

    [Fact]
    public void What_Comes_And_Goes_Is_Counted_Apart()
    {
        var text = DnsText.Render(Planned([Change("a.example.com", null, A("a.example.com", "54.0.0.1")), Change("b.example.com", A("b.example.com", "54.0.0.9"), null)]));

        Assert.Contains("\n  + create A a.example.com: 54.0.0.1 (10 s)\n  - delete A b.example.com: 54.0.0.9 (10 s)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n2 changes to make (1 created, 1 deleted): 1 host of 1 group, 2 zones.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_Health_Check_Is_Seen()
    {
        var before = A("www.example.com", "54.0.0.1") with { SetIdentifier = "i-1", HealthCheckId = "old" };

        Assert.Contains("~ update A www.example.com [i-1]: 54.0.0.1 (10 s, check old) → 54.0.0.1 (10 s, check new)", DnsText.Render(Planned([Change("www.example.com", before, before with { HealthCheckId = "new" })])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Foreign_Record_Comes_With_The_Word_That_Adopts_It()
    {
        var text = DnsText.Render(Planned([], [new("www.example.com", null, null, SkipReason.Foreign, "It isn't ours. Adopt the name to take it over.")]));

        Assert.Contains("\nLeft as they are\n  www.example.com: foreign. It isn't ours. Adopt the name to take it over: --adopt www.example.com\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\nNothing is to be changed: 1 host of 1 group, 2 zones, 1 record left as it is.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_Was_Done_Isnt_To_Be_Done()
    {
        var change = Change("www.example.com", null, A("www.example.com", "54.0.0.1"));

        var text = DnsText.Render(Done(Plan([change]), new DnsResult([change], ["C1"], [], [], []), new DnsResult([], [], ["nodes.web.example.com"], [], [])));

        Assert.Contains("\nChanged\n  + create", text, StringComparison.Ordinal);
        Assert.Contains("\nMade right by somebody else meanwhile\n  nodes.web.example.com\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n1 change made (1 created): 1 host of 1 group, 2 zones.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Group_Without_Instances_Says_So() => Assert.Contains(
        "  db.example.com in Z1: public addresses, 10 s\n    no instances\n", DnsText.Render(Of(Plan([], read: [Db]))), StringComparison.Ordinal);

    [Fact]
    public void A_Group_Whose_Tag_Cant_Be_Read_Is_There_And_The_Tag_Is_A_Problem()
    {
        var report = Of(Plan([], read: [Web with { Tags = Web.Tags.SetItem("DomainMeta", "nonsense") }]));

        Assert.Contains("\n  wants no records, or its tag can't be read\n", DnsText.Render(report), StringComparison.Ordinal);
        Assert.Contains("Tag DomainMeta 'nonsense'", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void What_A_Terminal_Would_Act_On_Is_Escaped() => Assert.DoesNotContain(
        '\u001b', DnsText.Render(Planned([Change("a", null, A("a", "\u001b[31m"))])));
}
