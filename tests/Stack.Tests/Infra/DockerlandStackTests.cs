using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Dockerland.Infra;
using Dockerland.Infra.Policies;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Testing;

namespace Dockerland.Tests.Infra;

public sealed class DockerlandStackTests
{
    public static TheoryData<string> Stacks => ["dev", "prod"];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_Policy_Allows_More_Than_It_Names(string stack)
    {
        var requests = (await RunAsync(stack)).Requests;
        var statements = Statements(requests, PolicySearch.Permissions);

        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.True(IsNarrow(statement), statement.ToString()));
        Assert.Empty(requests.SelectMany(PolicySearch.Others));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task No_Resource_Lets_In_More_Than_It_Names(string stack)
    {
        var requests = (await RunAsync(stack)).Requests;
        var statements = new[] { PolicySearch.Key, PolicySearch.Topic, PolicySearch.Queue }.SelectMany(place => Statements(requests, place)).ToArray();

        Assert.NotEmpty(statements);
        Assert.All(statements, statement => Assert.True(LetsIn(statement), statement.ToString()));
        Assert.All(statements, statement => Assert.All(Texts(statement, "Action"), action => Assert.DoesNotContain("*", action, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Every_Role_Trusts_One_Service_Of_Aws(string stack) => Assert.Equal(
        ["""{"Service":"ec2.amazonaws.com"}""", """{"Service":"lambda.amazonaws.com"}"""],
        Statements((await RunAsync(stack)).Requests, PolicySearch.Trust).Select(statement => statement.GetProperty("Principal").GetRawText()).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task The_Names_That_No_Fleet_May_Have_Are_Those_Of_The_Other_Components()
    {
        var inputs = SampleStack.Inputs("prod");
        var cloud = await RunAsync(inputs with { Settings = inputs.Settings with { Fleets = inputs.Settings.Fleets.Clear() } }, null);

        Assert.Equal(ComponentNames.All, cloud.Resources.OfType<ComponentResource>().Where(component => component is not Pulumi.Stack).Select(component => component.GetResourceName()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task Secrets_Are_In_Nothing_That_Is_Not_Secret(string stack)
    {
        var cloud = await RunAsync(stack);

        var shown = cloud.Requests
            .Where(request => request.Type is not "aws:ssm/parameter:Parameter" and not "docker:index/image:Image")
            .Select(request => JsonSerializer.Serialize(request.Inputs) + UserData(request));

        Assert.DoesNotContain(shown, text => SampleStack.Secrets.Any(secret => text.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task All_Secrets_Are_Used() => Assert.Equal<string>(
        ["cookie-secret=planted-cookie-secret", "gossip-key=cGxhbnRlZC1nb3NzaXAtMQ==", "node-registry-key=planted-key", "registry-password=planted-password"],
        (await RunAsync("prod")).Requests
            .Where(request => request.Type == "aws:ssm/parameter:Parameter")
            .Select(request => $"{request.Name}={request.Inputs["value"]}")
            .Order());

    [Fact]
    public async Task User_Data_Is_Known_Before_Anything_Is_There()
    {
        var cloud = await Cloud.PreviewAsync(() => _ = new DockerlandStack(SampleStack.Inputs("dev")));

        Assert.Contains("dockerland-dev/webapp:", UserData(cloud.Require("aws:ec2/launchTemplate:LaunchTemplate", "web")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_Resource_Belongs_To_A_Component()
    {
        var orphans = new List<string>();
        await RunAsync("prod", new() { ResourceTransformations = { RecordOrphans(orphans) } });

        Assert.Empty(orphans);
    }

    [Fact]
    public async Task The_Same_Settings_Give_The_Same_Stack() =>
        Assert.Equal(Text(await RunAsync("prod")), Text(await RunAsync("prod")));

    [Fact]
    public async Task A_Further_Fleet_Changes_Nothing_Of_The_Others()
    {
        var one = SampleStack.Inputs("prod");
        var two = one with { Settings = one.Settings with { Fleets = one.Settings.Fleets.Add("a-first", new() { Role = "db" }) } };

        var before = await RunAsync(one, null);
        var after = await RunAsync(two, null);

        Assert.Empty(Text(before).Except(Text(after)));
    }

    [Fact]
    public async Task A_Plan_Shows_What_A_Missing_Secret_Is_For()
    {
        var cloud = await RunAsync(StackInputs.Read(SampleStack.Config("prod", withSecrets: false), Support.Repository.Root, MissingSecrets.Show), null);

        Assert.Equal("<secret not set>", cloud.Text("aws:ssm/parameter:Parameter", "registry-password", "value"));
    }

    [Fact]
    public async Task A_Stack_Without_Its_Registry_Password_Builds_And_Pulls_Without_A_Login()
    {
        var inputs = SampleStack.Inputs("prod");
        var cloud = await RunAsync(inputs with { Settings = inputs.Settings with { RegistryPassword = null } }, null);

        Assert.Contains("\"credHelpers\": {}", UserData(cloud.Require("aws:ec2/launchTemplate:LaunchTemplate", "web")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hosts_Of_Another_Registry_Need_Nothing_Of_Ecr()
    {
        var policy = (await RunAsync("prod")).Text("aws:iam/rolePolicy:RolePolicy", "web", "policy");

        Assert.DoesNotContain("ecr:", policy, StringComparison.Ordinal);
    }

    private static Task<Cloud> RunAsync(string stack, StackOptions? options = null) => RunAsync(SampleStack.Inputs(stack), options);

    private static Task<Cloud> RunAsync(StackInputs inputs, StackOptions? options) => Cloud.RunAsync(() => _ = new DockerlandStack(inputs, options));

    private static JsonElement[] Statements(IEnumerable<MockResourceArgs> requests, string place) =>
        [.. PolicySearch.Documents(requests, place).SelectMany(document => JsonDocument.Parse(document).RootElement.GetProperty("Statement").EnumerateArray())];

    private static bool IsNarrow(JsonElement statement)
    {
        var actions = Texts(statement, "Action");
        var resources = Texts(statement, "Resource");
        return !actions.Any(action => action.Contains('*', StringComparison.Ordinal))
            && (!resources.Contains("*") || (resources.Length is 1 && actions.All(UnscopedActions.Sources.ContainsKey)));
    }

    // A service or the account itself; everybody only if a condition says which role that is.
    private static bool LetsIn(JsonElement statement) => statement.GetProperty("Principal").GetRawText() is not """{"AWS":"*"}"""
        || statement.GetProperty("Condition").GetRawText() is """{"ArnEquals":{"aws:PrincipalArn":["arn:aws:iam::123456789012:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling"]}}""";

    private static string[] Texts(JsonElement statement, string name) => [.. statement.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static string UserData(MockResourceArgs request) =>
        request.Inputs.TryGetValue("userData", out var encoded) ? Encoding.UTF8.GetString(Convert.FromBase64String((string)encoded)) : "";

    private static IEnumerable<string> Text(Cloud cloud) => cloud.Requests.Select(request => $"{request.Type} {request.Name} {Cloud.Json(request.Inputs)}").Order(StringComparer.Ordinal);

    private static ResourceTransformation RecordOrphans(List<string> orphans) => args =>
    {
        if (args.Resource is CustomResource and not ProviderResource && args.Options.Parent is null or Pulumi.Stack)
            orphans.Add(args.Resource.GetResourceName());
        return null;
    };
}
