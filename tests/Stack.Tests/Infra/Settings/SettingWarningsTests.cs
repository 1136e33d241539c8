using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Settings;

public sealed class SettingWarningsTests
{
    [Theory]
    [InlineData("networkCidr", "10.9.0.0/16", "dockerland:networkCidr is set, but nothing uses it: dockerland:vpcId is a network that is there already. Remove it: pulumi config rm dockerland:networkCidr")]
    [InlineData("availabilityZones", """["a"]""", "dockerland:availabilityZones is set, but nothing uses it: dockerland:vpcId is a network that is there already. Remove it: pulumi config rm dockerland:availabilityZones")]
    public void An_Existing_Network_Is_As_It_Is(string key, string value, string warning) => Assert.Equal(
        [warning], Warnings(("vpcId", "vpc-0123456789abcdef0"), ("subnetIds", """["subnet-0123456789abcdef0"]"""), (key, value)));

    [Theory]
    [InlineData("natGateways", "zone", "dockerland:natGateways is set, but nothing uses it: dockerland:privateSubnets is false. Remove it: pulumi config rm dockerland:natGateways")]
    [InlineData("rancher", """{"registry":"docker.example.net"}""", "dockerland:rancher is set, but nothing uses it: no fleet runs RancherOS. Remove it: pulumi config rm dockerland:rancher")]
    [InlineData("swarm", """{"managers":"swarm.example.net"}""", "dockerland:swarm is set, but nothing uses it: no fleet joins a Swarm. Remove it: pulumi config rm dockerland:swarm")]
    [InlineData("registryUser", "me", "dockerland:registryUser is set, but nothing uses it: dockerland:registryServer is not set. Remove it: pulumi config rm dockerland:registryUser")]
    [InlineData("nodeRegistryUser", "me", "dockerland:nodeRegistryUser is set, but nothing uses it: dockerland:nodeRegistryUrl is not set. Remove it: pulumi config rm dockerland:nodeRegistryUser")]
    [InlineData("balancerCertificate", "/pem", "dockerland:balancerCertificate is set, but nothing uses it: no fleet runs haproxy. Remove it: pulumi config rm dockerland:balancerCertificate")]
    [InlineData("alarmTargets", "[]", "dockerland:alarmTargets is empty: alarms are raised and nobody is told. Set it: pulumi config set --path 'dockerland:alarmTargets[0]' ops@example.com")]
    [InlineData("sshKey", "operators", "dockerland:sshKey 'operators' opens SSH through SSM's sessions alone: dockerland:sshCidrs lets nobody reach the hosts' port 22")]
    [InlineData("sshCidrs", """["192.0.2.0/24"]""", "dockerland:sshCidrs opens the hosts' port 22, and neither dockerland:sshKey nor dockerland:adminKeys has a key for it. Remove it: pulumi config rm dockerland:sshCidrs")]
    [InlineData("hostImage", """{"id":"ami-0123456789abcdef0","roll":true}""", "dockerland:hostImage.roll 'true' does nothing: dockerland:hostImage.id 'ami-0123456789abcdef0' is one image, and there is no newer one of it. Remove it: pulumi config rm --path dockerland:hostImage.roll")]
    [InlineData("hostImage", """{"owner":"self","filter":"host-*"}""", "dockerland:hostImage.filter 'host-*' is looked up once: hosts keep the AMI that they were first made from, whatever is newer and whatever the filter says later. Let them follow: pulumi config set --path dockerland:hostImage.roll true")]
    public void What_Does_Nothing_Is_Said(string key, string value, string warning) => Assert.Equal([warning], Warnings((key, value)));

    [Theory]
    [InlineData("""{"healthCheck":{"type":"ELB"}}""", "dockerland:fleets.web.healthCheck.type 'ELB' asks load balancers how hosts are, and the stack attaches none: it does what EC2 does until somebody does")]
    [InlineData("""{"suspendedProcesses":["AZRebalance","Launch"]}""", "dockerland:fleets.web.suspendedProcesses has Launch: the fleet isn't healed while it is suspended")]
    [InlineData("""{"suspendedProcesses":["ReplaceUnhealthy","HealthCheck"]}""", "dockerland:fleets.web.suspendedProcesses has HealthCheck and ReplaceUnhealthy: the fleet isn't healed while they are suspended")]
    [InlineData("""{"suspendedProcesses":["Terminate"]}""", "dockerland:fleets.web.suspendedProcesses has Terminate: the fleet isn't healed while it is suspended, and a destroy waits in vain for its hosts to go")]
    [InlineData("""{"spot":{"onDemandBase":3},"min":1,"max":3}""", "dockerland:fleets.web.spot.onDemandBase '3' is as many hosts as the fleet ever has, 3, or more: none of them is a spot host. Set it: pulumi config set --path dockerland:fleets.web.spot.onDemandBase 2")]
    [InlineData("""{"hostImage":{"id":"ami-0123456789abcdef0","roll":true}}""", "dockerland:fleets.web.hostImage.roll 'true' does nothing: dockerland:fleets.web.hostImage.id 'ami-0123456789abcdef0' is one image, and there is no newer one of it. Remove it: pulumi config rm --path dockerland:fleets.web.hostImage.roll")]
    [InlineData("""{"schedules":{"night":{"cron":"0 20 * * *","min":1,"desired":1}}}""", "dockerland:fleets.web.schedules.night changes the group's min behind the stack's back: a look for drift tells of it, and an update after a refresh undoes it until the schedule's next time. desired alone does neither")]
    [InlineData("""{"containers":{"login":{"image":"login:1","domain":"login"}}}""", "dockerland:fleets.web.containers.login.domain 'login' has no record: no agent on the fleet's hosts keeps one. Set callsAws of the container that it runs in, or have one of the image haproxy")]
    [InlineData("""{"schedules":{"day":{"cron":"0 8 * * *","min":1,"max":2}},"keepDesired":false}""", "dockerland:fleets.web.schedules.day changes the group's min and max behind the stack's back: a look for drift tells of it, and an update after a refresh undoes it until the schedule's next time. desired alone does neither where dockerland:fleets.web.keepDesired is true")]
    [InlineData("""{"schedules":{"day":{"cron":"0 8 * * *","min":1,"max":2,"desired":2}},"keepDesired":false}""", "dockerland:fleets.web.schedules.day changes the group's min, max and desired behind the stack's back: a look for drift tells of it, and an update after a refresh undoes it until the schedule's next time. desired alone does neither where dockerland:fleets.web.keepDesired is true")]
    [InlineData("""{"schedules":{"night":{"cron":"0 20 * * *","desired":1}},"keepDesired":false}""", "dockerland:fleets.web.schedules.night changes the group's desired behind the stack's back: a look for drift tells of it, and an update after a refresh undoes it until the schedule's next time. desired alone does neither where dockerland:fleets.web.keepDesired is true")]
    [InlineData("""{"warmPool":{"state":"Hibernated"},"instanceTypes":["t3.small","m5.xlarge"]}""", "dockerland:fleets.web.warmPool.state 'Hibernated' writes a host's memory to its root volume, 16 GiB with m5.xlarge: dockerland:fleets.web.volume.size '20' GiB doesn't hold that beside 8 GiB for the system, and the host is stopped instead. Set it: pulumi config set --path dockerland:fleets.web.volume.size 24")]
    [InlineData("""{"steps":{"idle":{"below":20,"changes":{"0":1}}}}""", "dockerland:fleets.web.steps.idle adds hosts when CPUUtilization is below its threshold, so that it goes further the same way")]
    [InlineData("""{"system":"rancheros","hostImage":{"id":"ami-0123456789abcdef0"},"containers":{"app":{"image":"app:1","stopSeconds":60}}}""", "dockerland:fleets.web.containers.app.stopSeconds is set, but nothing uses it: dockerland:fleets.web.system 'rancheros' can't")]
    [InlineData("""{"system":"rancheros","hostImage":{"id":"ami-0123456789abcdef0"},"containers":{"app":{"image":"app:1","volumes":["/var/log/app/:/var/log/app"]}}}""", "dockerland:fleets.web.containers.app.volumes has '/var/log/app', whose files stay on the host: dockerland:fleets.web.system 'rancheros' has nothing that carries them to the log group")]
    public void What_A_Fleet_Has_That_Does_Nothing_Is_Said(string fleet, string warning) => Assert.Equal([warning], Warnings(("fleets", $$"""{"web":{{fleet}},"app":{} }""")));

    [Theory]
    [InlineData("""{"build":"haproxy","callsAws":false}""", true)]
    [InlineData("""{"build":"haproxy","callsAws":false,"network":"host"}""", false)]
    [InlineData("""{"build":"haproxy"}""", false)]
    [InlineData("""{"build":"webapp","callsAws":false}""", false)]
    public void A_Balancer_That_Can_Not_Read_Its_Certificate_Is_Said(string container, bool isSaid) => Assert.Equal(
        isSaid ? ["dockerland:fleets.web.containers.one.callsAws 'false' keeps the balancer from reading its certificate, so that nobody gets in by TLS. Set it: pulumi config set --path dockerland:fleets.web.containers.one.callsAws true"] : [],
        Warnings(("balancerCertificate", "/pem"), ("fleets", $$"""{"web":{"containers":{"one":{{container}} } },"app":{},"ha":{"containers":{"ha":{"build":"haproxy"} } } }""")));

    [Fact]
    public void An_Agent_For_Debian_Alone_Needs_A_Fleet_Of_It() => Assert.Equal(
        ["dockerland:ssmAgent is set, but nothing uses it: no fleet runs Debian. Remove it: pulumi config rm dockerland:ssmAgent"],
        Warnings(("ssmAgent", """{"url":"https://packages.example.net/agent.deb"}"""), ("fleets", """{"web":{"system":"amazonlinux"}}""")));

    [Theory]
    [InlineData("sshKey", "operators", "sshCidrs", """["192.0.2.0/24"]""")]
    [InlineData("sshCidrs", """["192.0.2.0/24"]""", "adminKeys", """{"alice":["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ0000000000000000000000000000000000000000"]}""")]
    [InlineData("natGateways", "zone", "privateSubnets", "true")]
    [InlineData("natGateways", "one", "networkCidr", "10.9.0.0/16")]
    [InlineData("hostImage", """{"owner":"self","filter":"host-*","roll":true}""", "fleets", """{"web":{"schedules":{"night":{"cron":"0 20 * * *","desired":1}}}}""")]
    [InlineData("fleets", """{"web":{"containers":{"login":{"image":"login:1","domain":"login"},"agent":{"image":"agent:1","callsAws":true}}},"app":{} }""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"steps":{"spent":{"metric":"CPUCreditBalance","below":20,"changes":{"0":1}}}}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"warmPool":{"state":"Hibernated"}},"app":{"warmPool":{"state":"Hibernated"},"instanceTypes":["m5.xlarge"],"volume":{"size":24}}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"warmPool":{"state":"Hibernated"},"instanceTypes":["i4i.large"]}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"desired":2,"schedules":{"night":{"cron":"0 20 * * *","desired":1}}}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"suspendedProcesses":["AZRebalance","ScheduledActions"]}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"spot":{"onDemandBase":2},"min":1,"max":3}}""", "networkCidr", "10.9.0.0/16")]
    [InlineData("fleets", """{"web":{"spot":{"onDemandBase":2,"share":0},"min":1,"max":2}}""", "networkCidr", "10.9.0.0/16")]
    public void What_Does_Something_Is_Not(string key, string value, string other, string otherValue) => Assert.Empty(Warnings((key, value), (other, otherValue)));

    private static string[] Warnings(params (string Key, string Value)[] settings) =>
        [.. SettingsReader.Read(SettingsReaderTests.Config([.. settings.Select(setting => ($"dockerland:{setting.Key}", setting.Value))])).Warnings];
}
