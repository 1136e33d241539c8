using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Tests.Sdks.Pulumi.Wire;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.Iam;
using Pulumi.Aws.Iam.Inputs;
using Pulumi.Aws.Lambda;
using Pulumi.Aws.Route53;
using Pulumi.Command.Local;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using Record = Pulumi.Aws.Route53.Record;

namespace Dockerland.Tests.Sdks.Bindings.Requests;

/// <summary>What the inputs that a binding shapes in its own way look like to the engine.</summary>
public sealed class InputsTests
{
    [Fact]
    public async Task Enums_Are_Their_Values()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            _ = new Notification("events", new()
            {
                GroupNames = { "web" },
                Notifications = { NotificationType.InstanceLaunch, NotificationType.InstanceTerminate },
                TopicArn = "arn:topic",
            });
            _ = new Command("hello", new() { Create = "echo hello", Logging = Logging.Stdout });
        });

        Wire.Equal(
            """
            {
              "groupNames": ["web"], "topicArn": "arn:topic",
              "notifications": ["autoscaling:EC2_INSTANCE_LAUNCH", "autoscaling:EC2_INSTANCE_TERMINATE"]
            }
            """,
            engine.RegistrationJson("events")["object"]!);
        Wire.Equal("""{ "create": "echo hello", "logging": "stdout" }""", engine.RegistrationJson("hello")["object"]!);
    }

    [Fact]
    public async Task A_Union_Takes_The_Enum_And_The_Plain_Value()
    {
        var engine = await WireProgram.RunAsync(() =>
        {
            _ = new Record("enum", new() { Name = "a", Type = RecordType.A, ZoneId = "Z1" });
            _ = new Record("text", new() { Name = "b", Type = "HTTPS", ZoneId = "Z1" });
            _ = new Record("output", new() { Name = "c", Type = Output.Create(RecordType.TXT), ZoneId = "Z1" });
        });

        Assert.Equal(
            ["A", "HTTPS", "TXT"],
            new[] { "enum", "text", "output" }.Select(name => engine.Registration(name).Object.Fields["type"].StringValue));
    }

    [Fact]
    public async Task A_Union_Of_Text_And_Object_Takes_A_Typed_Policy_With_Unions_Inside()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Role("role", new()
        {
            AssumeRolePolicy = new PolicyDocumentArgs
            {
                Version = PolicyDocumentVersion.PolicyDocumentVersion_2012_10_17,
                Statement =
                {
                    new PolicyStatementArgs
                    {
                        Effect = PolicyStatementEffect.ALLOW,
                        Principal = new ServicePrincipalArgs { Service = "ec2.amazonaws.com" },
                        Action = ImmutableArray.Create("sts:AssumeRole", "sts:TagSession"),
                    },
                },
            },
        }));

        Wire.Equal(
            """
            {
              "Version": "2012-10-17",
              "Statement": [{
                "Effect": "Allow",
                "Principal": { "Service": "ec2.amazonaws.com" },
                "Action": ["sts:AssumeRole", "sts:TagSession"]
              }]
            }
            """,
            engine.RegistrationJson("role")["object"]!["assumeRolePolicy"]!);
    }

    [Fact]
    public async Task Archives_And_Dashed_Enum_Values_Pass()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Function("updater", new()
        {
            Code = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["bootstrap"] = new StringAsset("#!") }),
            Role = "arn:role",
            Runtime = Runtime.CustomAL2023,
        }));

        var inputs = engine.RegistrationJson("updater")["object"]!;
        Assert.Equal("provided.al2023", inputs["runtime"]!.GetValue<string>());
        Wire.Equal(Wire.TextAsset("#!"), inputs["code"]!["assets"]!["bootstrap"]!);
    }

    [Fact]
    public async Task Defaults_Of_The_Schema_Are_Sent()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Zone("zone", new() { Name = "example.com" }));

        Wire.Equal("""{ "name": "example.com", "comment": "Managed by Pulumi" }""", engine.RegistrationJson("zone")["object"]!);
    }

    [Fact]
    public async Task A_Provider_Gets_Everything_But_Text_As_Json()
    {
        var engine = await WireProgram.RunAsync(() => _ = new global::Pulumi.Aws.Provider("aws", new()
        {
            Region = "eu-central-1",
            MaxRetries = 3,
            AllowedAccountIds = { "123456789012" },
            DefaultTags = new global::Pulumi.Aws.Inputs.ProviderDefaultTagsArgs { Tags = { ["a"] = "b" } },
        }));

        var registration = engine.Registration("aws");
        Assert.Equal("pulumi:providers:aws", registration.Type);
        var inputs = registration.Object.Fields;
        Assert.Equal("eu-central-1", inputs["region"].StringValue);
        Assert.Equal("3", inputs["maxRetries"].StringValue);
        Wire.Equal("""["123456789012"]""", JsonNode.Parse(inputs["allowedAccountIds"].StringValue)!);
        Wire.Equal("""{ "tags": { "a": "b" } }""", JsonNode.Parse(inputs["defaultTags"].StringValue)!);
    }

    [Fact]
    public async Task The_Former_Type_Of_A_Resource_Is_Sent_As_Its_Alias()
    {
        var engine = await WireProgram.RunAsync(() => _ = new Image("image", new() { ImageName = "web:1", Build = new DockerBuildArgs { Context = "." } }));

        Wire.Equal("""[{ "spec": { "type": "docker:image:Image" } }]""", engine.RegistrationJson("image")["aliases"]!);
    }
}
