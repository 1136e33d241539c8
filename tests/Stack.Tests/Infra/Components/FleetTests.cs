using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;
using Dockerland.Infra.UserData;
using Dockerland.Tests.Infra.Components.Fleets;
using Dockerland.Tests.Infra.UserData;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class FleetTests
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public async Task A_Groups_Name_Begins_As_Permissions_And_Patterns_Expect() =>
        Assert.Equal("dockerland-dev--web_", (await FleetSample.RunAsync(FleetSample.Plain)).Text(Group, "web", "namePrefix"));

    [Fact]
    public async Task Every_Tag_Reaches_The_Instances()
    {
        var cloud = await FleetSample.RunAsync(FleetSample.Full);

        Assert.Equal(
            """[{"key":"DomainMeta","propagateAtLaunch":true,"value":"Z1:www.example.com;Z2:nodes.web.example.com"},{"key":"DomainMeta.2.address","propagateAtLaunch":true,"value":"private"},{"key":"Name","propagateAtLaunch":true,"value":"dockerland-dev-web"},{"key":"cost-centre","propagateAtLaunch":true,"value":"4711"},{"key":"docker.environment","propagateAtLaunch":true,"value":"staging"},{"key":"docker.role","propagateAtLaunch":true,"value":"web"},{"key":"dockerland.stack","propagateAtLaunch":true,"value":"dockerland-dev"},{"key":"dockerland.template-version","propagateAtLaunch":true,"value":"7"},{"key":"example.colour","propagateAtLaunch":true,"value":"blue"}]""",
            cloud.Input(Group, "web", "tags"));
    }

    [Fact]
    public async Task Volumes_And_Interfaces_Say_Whose_They_Are()
    {
        const string Tags = """{"Name":"dockerland-dev-web","cost-centre":"4711","docker.environment":"staging","docker.role":"web","dockerland.stack":"dockerland-dev"}""";

        var cloud = await FleetSample.RunAsync(FleetSample.Full);

        Assert.Equal(
            $$"""[{"resourceType":"instance","tags":{{Tags}}},{"resourceType":"volume","tags":{{Tags}}},{"resourceType":"network-interface","tags":{{Tags}}}]""",
            cloud.Input(Template, "web", "tagSpecifications"));
    }

    [Fact]
    public async Task The_Updater_Can_Read_Its_Tags()
    {
        var cloud = await FleetSample.RunAsync(FleetSample.Full);

        Assert.Equal<DomainMeta>(
            [new("Z1", "www.example.com"), new("Z2", "nodes.web.example.com") { Address = AddressKind.Private }],
            DomainMetaTags.Parse(GroupTags(cloud)));
    }

    [Fact]
    public async Task A_Fleet_Without_A_Record_Has_No_Tag_For_One() =>
        Assert.DoesNotContain(TagKeys.DomainMeta, GroupTags(await FleetSample.RunAsync(FleetSample.Plain)).Keys);

    [Fact]
    public async Task The_Template_Is_Pinned_By_Its_Version() =>
        Assert.Equal("""{"id":"web-id","version":"7"}""", (await FleetSample.RunAsync(FleetSample.Plain)).Input(Group, "web", "launchTemplate"));

    [Fact]
    public async Task Metadata_Is_For_The_Host_With_A_Session_Token_Only() => Assert.Equal(
        """{"httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpTokens":"required","instanceMetadataTags":"enabled"}""",
        (await FleetSample.RunAsync(FleetSample.Plain)).Input(Template, "web", "metadataOptions"));

    [Theory]
    [InlineData("bridge", true, 2)]
    [InlineData("backend", true, 2)]
    [InlineData("host", true, 1)]
    [InlineData("bridge", false, 1)]
    public async Task A_Container_That_Calls_Aws_From_A_Network_Of_Its_Own_Is_A_Hop_Further(string network, bool callsAws, int hops)
    {
        var container = new ContainerSettings { Build = "haproxy", Network = network, CallsAws = callsAws };

        var cloud = await RunAsync(fleet => fleet with { Containers = FleetSample.Sorted(("haproxy", container)) });

        Assert.Contains($"\"httpPutResponseHopLimit\":{hops},", cloud.Input(Template, "web", "metadataOptions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Volumes_Are_Encrypted() => Assert.Equal(
        """[{"deviceName":"/dev/xvda","ebs":{"deleteOnTermination":"true","encrypted":"true","iops":3000,"throughput":125,"volumeSize":20,"volumeType":"gp3"}}]""",
        (await FleetSample.RunAsync(FleetSample.Plain)).Input(Template, "web", "blockDeviceMappings"));

    [Fact]
    public async Task The_Default_Version_Follows() =>
        Assert.Equal("true", (await FleetSample.RunAsync(FleetSample.Plain)).Input(Template, "web", "updateDefaultVersion"));

    [Fact]
    public async Task A_Changed_Template_Replaces_Hosts_After_Their_Successors_Run() => Assert.Equal(
        """{"preferences":{"instanceWarmup":"300","maxHealthyPercentage":110,"minHealthyPercentage":100,"scaleInProtectedInstances":"Ignore","standbyInstances":"Ignore"},"strategy":"Rolling","triggers":["tag"]}""",
        (await FleetSample.RunAsync(FleetSample.Plain)).Input(Group, "web", "instanceRefresh"));

    [Fact]
    public async Task Whatever_Replaces_Hosts_Launches_First() => Assert.Equal(
        """{"maxHealthyPercentage":110,"minHealthyPercentage":100}""",
        (await FleetSample.RunAsync(FleetSample.Plain)).Input(Group, "web", "instanceMaintenancePolicy"));

    [Fact]
    public async Task The_First_Hosts_Wait_For_The_Updater_Too() => Assert.Equal(
        """[{"defaultResult":"CONTINUE","heartbeatTimeout":60,"lifecycleTransition":"autoscaling:EC2_INSTANCE_LAUNCHING","name":"launch"},{"defaultResult":"CONTINUE","heartbeatTimeout":180,"lifecycleTransition":"autoscaling:EC2_INSTANCE_TERMINATING","name":"terminate"}]""",
        (await FleetSample.RunAsync(FleetSample.Plain)).Input(Group, "web", "initialLifecycleHooks"));

    [Theory]
    [InlineData("launch")]
    [InlineData("terminate")]
    public async Task A_Hook_Is_The_One_That_The_Group_Was_Made_With(string hook)
    {
        var cloud = await FleetSample.RunAsync(FleetSample.Plain);

        var resource = Cloud.Json(cloud.Require("aws:autoscaling/lifecycleHook:LifecycleHook", $"web-{hook}").Inputs.Remove("autoscalingGroupName"));

        Assert.Contains(resource, cloud.Input(Group, "web", "initialLifecycleHooks"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_Boot_With_What_Was_Rendered()
    {
        var cloud = await FleetSample.RunAsync(FleetSample.Plain);

        Assert.Equal(HostUserData.Render(FleetSample.Host), Encoding.UTF8.GetString(Convert.FromBase64String(cloud.Text(Template, "web", "userData"))));
    }

    [Fact]
    public async Task User_Data_That_Is_Too_Long_Is_The_Fleets_Error()
    {
        var container = FleetSample.Host.Containers[0] with { Environment = FleetSample.Sorted(("LONG", NoiseText.Of(2 * HostUserData.MaxBytes))) };
        var host = FleetSample.Host with { Containers = [container] };

        var error = await Assert.ThrowsAsync<RunException>(() => FleetSample.RunAsync(FleetSample.Plain with { Host = Output.Create(host) }));

        Assert.Matches(@"User-data of fleet 'web' \(dockerland:fleets\.web\) is [0-9]+ bytes and [0-9]+ gzipped; EC2 accepts at most 16384\. Shorten ", error.Message);
    }

    public static TheoryData<HostImageSettings> FoundImages => [new() { Id = "ami-0fedcba9876543210" }, new() { Owner = "self", Filter = "host-*" }];

    [Theory]
    [MemberData(nameof(FoundImages))]
    public async Task An_Images_Root_Is_What_Aws_Calls_It(HostImageSettings image) => Assert.Equal("/dev/sdf", await RootDeviceAsync(image));

    [Theory]
    [MemberData(nameof(FoundImages))]
    public async Task What_Is_Said_Of_An_Images_Root_Wins_Over_What_Aws_Says(HostImageSettings image) =>
        Assert.Equal("/dev/nvme0", await RootDeviceAsync(image with { RootDevice = "/dev/nvme0" }));

    private static async Task<string> RootDeviceAsync(HostImageSettings image)
    {
        var args = FleetSample.Plain with { Settings = FleetSample.Plain.Settings with { HostImage = image } };
        var cloud = await Cloud.RunAsync(() => _ = new Fleet(FleetSample.Name, args), ("aws:ec2/getAmi:getAmi", new() { ["imageId"] = "ami-1", ["rootDeviceName"] = "/dev/sdf" }));
        using var volumes = JsonDocument.Parse(cloud.Input(Template, "web", "blockDeviceMappings"));
        return volumes.RootElement[0].GetProperty("deviceName").GetString()!;
    }

    [Fact]
    public async Task The_Group_Waits_For_What_Its_Hosts_May_Do()
    {
        var waits = new List<Resource>();
        await FleetSample.RunAsync(FleetSample.Plain, new() { ResourceTransformations = { RecordDependencies(waits) } });

        Assert.Contains(waits, resource => resource is HostRole);
    }

    [Fact]
    public async Task Hosts_Are_In_The_Security_Groups_They_Are_Given() =>
        Assert.Equal("""["sg-1"]""", (await FleetSample.RunAsync(FleetSample.Plain)).Input(Template, "web", "vpcSecurityGroupIds"));

    private static Task<Cloud> RunAsync(Func<FleetSettings, FleetSettings> change) =>
        FleetSample.RunAsync(FleetSample.Plain with { Settings = change(FleetSample.Plain.Settings) });

    private static ImmutableDictionary<string, string> GroupTags(Cloud cloud) => ((ImmutableArray<object>)cloud.Require(Group, "web").Inputs["tags"])
        .Cast<ImmutableDictionary<string, object>>()
        .ToImmutableDictionary(tag => (string)tag["key"], tag => (string)tag["value"]);

    private static ResourceTransformation RecordDependencies(List<Resource> waits) => args =>
    {
        if (args.Resource is Pulumi.Aws.AutoScaling.Group)
            _ = args.Options.DependsOn.ToOutput().Apply(resources =>
            {
                waits.AddRange(resources);
                return resources;
            });
        return null;
    };
}
