using System.Collections.Immutable;
using System.Text;
using Dockerland.Contracts;
using Dockerland.Infra.Components;
using Dockerland.Infra.UserData;
using Pulumi;

namespace Dockerland.Tests.Infra.Components;

public sealed class FleetTests
{
    private const string Group = "aws:autoscaling/group:Group";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";

    [Fact]
    public async Task Every_Tag_Reaches_The_Instances()
    {
        var cloud = await RunAsync(tags: Tags(("example.db.host", "db.example.com"), ("docker.gpu", "yes")));

        Assert.Equal(
            """[{"key":"DomainMeta","propagateAtLaunch":true,"value":"Z1:www.example.com"},{"key":"Name","propagateAtLaunch":true,"value":"web"},{"key":"docker.environment","propagateAtLaunch":true,"value":"staging"},{"key":"docker.gpu","propagateAtLaunch":true,"value":"yes"},{"key":"docker.role","propagateAtLaunch":true,"value":"frontend"},{"key":"example.db.host","propagateAtLaunch":true,"value":"db.example.com"}]""",
            cloud.Input(Group, "web", "tags"));
    }

    [Fact]
    public async Task The_Updater_Can_Read_Its_Tag()
    {
        var cloud = await RunAsync();

        var tag = TagValue(cloud, TagKeys.DomainMeta);

        Assert.Equal<DomainMeta>([new("Z1", "www.example.com")], DomainMetaTags.Parse(Tags((TagKeys.DomainMeta, tag))));
    }

    [Fact]
    public async Task A_Fleet_Without_A_Record_Has_No_Tag_For_One()
    {
        var cloud = await RunAsync(domain: null);

        Assert.DoesNotContain(TagKeys.DomainMeta, cloud.Input(Group, "web", "tags"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Template_Is_Pinned_By_Its_Version() =>
        Assert.Equal("""{"id":"web-id","version":"7"}""", (await RunAsync()).Input(Group, "web", "launchTemplate"));

    [Fact]
    public async Task Metadata_Is_For_The_Host_With_A_Session_Token_Only() =>
        Assert.Equal("""{"httpEndpoint":"enabled","httpPutResponseHopLimit":1,"httpTokens":"required"}""", (await RunAsync()).Input(Template, "web", "metadataOptions"));

    [Fact]
    public async Task Volumes_Are_Encrypted() =>
        Assert.Equal("""[{"deviceName":"/dev/xvda","ebs":{"deleteOnTermination":"true","encrypted":"true","volumeSize":20,"volumeType":"gp3"}}]""", (await RunAsync()).Input(Template, "web", "blockDeviceMappings"));

    [Fact]
    public async Task The_Default_Version_Follows() =>
        Assert.Equal("true", (await RunAsync()).Input(Template, "web", "updateDefaultVersion"));

    [Fact]
    public async Task A_Changed_Template_Replaces_Hosts_After_Their_Successors_Run() =>
        Assert.Equal("""{"preferences":{"maxHealthyPercentage":110,"minHealthyPercentage":100},"strategy":"Rolling"}""", (await RunAsync()).Input(Group, "web", "instanceRefresh"));

    [Theory]
    [InlineData("ami-0123456789abcdef0", "ami-0123456789abcdef0")]
    [InlineData("/aws/service/debian/release/12/latest/amd64", "resolve:ssm:/aws/service/debian/release/12/latest/amd64")]
    public async Task The_Machine_Image_Is_An_Id_Or_A_Parameter(string setting, string image) =>
        Assert.Equal(image, (await RunAsync(hostImage: setting)).Text(Template, "web", "imageId"));

    [Fact]
    public async Task Hosts_Boot_With_What_Was_Rendered()
    {
        var cloud = await RunAsync();

        Assert.Equal(CloudInit.Render(Host), Encoding.UTF8.GetString(Convert.FromBase64String(cloud.Text(Template, "web", "userData"))));
    }

    [Fact]
    public async Task User_Data_That_Is_Too_Long_Is_The_Fleets_Error()
    {
        var error = await Assert.ThrowsAsync<RunException>(() => Cloud.RunAsync(() => Create(host: Host with
        {
            Container = Host.Container with { Environment = Tags(("LONG", new('x', CloudInit.MaxBytes))) },
        })));

        Assert.Matches(@"User-data of fleet 'web' \(dockerland:fleets\.web\) is [0-9]+ bytes; EC2 accepts at most 16384\. Shorten ", error.Message);
    }

    [Fact]
    public async Task The_Group_Waits_For_What_Its_Hosts_May_Do()
    {
        var waits = new List<Resource>();
        await Cloud.RunAsync(() => Create(options: new() { ResourceTransformations = { RecordDependencies(waits) } }));

        Assert.Contains(waits, resource => resource is HostRole);
    }

    [Fact]
    public async Task Hosts_Are_In_The_Security_Groups_They_Are_Given() =>
        Assert.Equal("""["sg-1"]""", (await RunAsync()).Input(Template, "web", "vpcSecurityGroupIds"));

    [Fact]
    public async Task A_Fleet_Has_The_Size_It_Is_Given() =>
        Assert.Equal("2 5", $"{(await RunAsync()).Input(Group, "web", "minSize")} {(await RunAsync()).Input(Group, "web", "maxSize")}");

    private static readonly HostSpec Host = new() { Region = "eu-central-1", Container = new() { Name = "webapp", Image = "webapp:1" } };

    private static Task<Cloud> RunAsync(string? domain = "www.example.com", string hostImage = "ami-0123456789abcdef0", ImmutableSortedDictionary<string, string>? tags = null) =>
        Cloud.RunAsync(() => Create(domain, hostImage, tags));

    private static void Create(string? domain = "www.example.com", string hostImage = "ami-0123456789abcdef0", ImmutableSortedDictionary<string, string>? tags = null, ComponentResourceOptions? options = null, HostSpec? host = null) => _ = new Fleet(
        "web",
        new()
        {
            Role = "frontend",
            Environment = "staging",
            InstanceType = "t3.small",
            MinSize = 2,
            MaxSize = 5,
            HostImage = hostImage,
            Host = Output.Create(host ?? Host),
            SecurityGroupIds = new[] { "sg-1" },
            SubnetIds = new[] { "subnet-1" },
            RepositoryArns = [Output.Create("arn:repository")],
            ParameterArns = [Output.Create("arn:parameter")],
            ZoneId = Output.Create("Z1"),
            Domain = domain,
            Tags = tags ?? Tags(),
        },
        options);

    private static ImmutableSortedDictionary<string, string> Tags(params (string Key, string Value)[] tags) =>
        tags.ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal);

    private static string TagValue(Cloud cloud, string key) => ((ImmutableArray<object>)cloud.Require(Group, "web").Inputs["tags"])
        .Cast<ImmutableDictionary<string, object>>()
        .Where(tag => (string)tag["key"] == key)
        .Select(tag => (string)tag["value"])
        .Single();

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
