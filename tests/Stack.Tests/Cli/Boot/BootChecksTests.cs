using Dockerland.Cli.Boot;

namespace Dockerland.Tests.Stack.Cli.Boot;

public sealed class BootChecksTests
{
    private static readonly BootChecks Checks = new(["docker.role=web"], [new("webapp.service", [3000])], ["is no fault"]);

    private static readonly BootState Good = BootState.Parse("""
        system running
        cloud-init {"v1": {"datasource": "NoCloud", "errors": []}}
        warning 2026-01-01 util.py[WARNING]: this is no fault
        labels ["docker.role=web"]
        container webapp.service Up 3 seconds (healthy)
        container other Restarting (1) 2 seconds ago
        """) with
    { Ports = [3000] };

    [Fact]
    public void A_Host_That_Has_Booted_Lacks_Nothing() => Assert.Empty(Checks.Judge(Good));

    [Fact]
    public void One_That_Says_Nothing_Lacks_All() => Assert.Equal(
        ["systemd is not there yet", "cloud-init goes on", "Docker's labels are '', and the tags 'docker.role=web'", "container webapp.service doesn't run", "nobody answers on port 3000 (webapp.service)"],
        Checks.Judge(BootState.Parse("system \nlabels \n")));

    [Fact]
    public void Failed_Units_Are_Named() =>
        Assert.Equal(["systemd is degraded", "ssh.service failed"], Checks.Judge(Good with { System = "degraded", FailedUnits = BootState.Parse("failed ssh.service").FailedUnits }));

    [Fact]
    public void A_Warning_That_Is_Not_Listed_Is_A_Fault() =>
        Assert.Equal(["cloud-init: util.py[WARNING]: locale failed"], Checks.Judge(Good with { Warnings = [.. Good.Warnings, "util.py[WARNING]: locale failed"] }));

    [Fact]
    public void So_Is_An_Error() =>
        Assert.Equal(["cloud-init: ('locale', 'no')"], Checks.Judge(Good with { Errors = BootState.Parse("""cloud-init {"v1": {"errors": ["('locale', 'no')"]}}""").Errors }));

    [Theory]
    [InlineData("Up 3 seconds (health: starting)", "container webapp.service hasn't checked its health yet")]
    [InlineData("Up 3 minutes (unhealthy)", "container webapp.service is Up 3 minutes (unhealthy)")]
    [InlineData("Restarting (1) 5 seconds ago", "container webapp.service is Restarting (1) 5 seconds ago")]
    public void A_Container_Has_To_Be_Well(string status, string lack) =>
        Assert.Equal([lack], Checks.Judge(Good with { Containers = Good.Containers.SetItem("webapp.service", status) }));

    [Fact]
    public void One_Without_A_Health_Check_Is_Well_When_It_Runs() =>
        Assert.Empty(Checks.Judge(Good with { Containers = Good.Containers.SetItem("webapp.service", "Up 3 seconds") }));

    [Fact]
    public void Labels_Beside_Those_Of_The_Tags_Are_A_Fault() => Assert.Single(Checks.Judge(Good with { Labels = ["docker.role=web", "docker.old=1"] }));

    [Fact]
    public void Every_Listed_Warning_Has_Its_Reason_Above_It()
    {
        var lines = File.ReadAllLines(Path.Combine(Support.Repository.Root, "images/host/warnings.txt"));

        Assert.All(lines.Index().Where(line => line.Item is not "" && !line.Item.StartsWith('#')), line => Assert.StartsWith("# ", lines[line.Index - 1], StringComparison.Ordinal));
    }
}
