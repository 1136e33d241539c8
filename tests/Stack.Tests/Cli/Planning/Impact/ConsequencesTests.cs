using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Dockerland.Cli.Planning;
using Dockerland.Cli.Planning.Impact;

namespace Dockerland.Tests.Stack.Cli.Planning.Impact;

public sealed class ConsequencesTests
{
    private const string Vpc = "aws:ec2/vpc:Vpc";
    private const string Subnet = "aws:ec2/subnet:Subnet";
    private const string Template = "aws:ec2/launchTemplate:LaunchTemplate";
    private const string Image = "docker:index/image:Image";
    private const string Group = "aws:autoscaling/group:Group";

    [Fact]
    public void What_Takes_The_Output_Of_Something_Replaced_Is_Replaced_Where_It_Must_Be() => Assert.Equal(
        ["Replace net", "Replace a", "Update web"],
        Changes(
            Resource(Vpc, "net", ("cidrBlock", "10.0.0.0/16", "10.1.0.0/16")),
            Resource(Subnet, "a", ("vpcId", "<net.id>", "<net.id>")).On("vpcId", Vpc, "net"),
            Resource(Group, "web", ("vpcZoneIdentifiers", "<a.id>", "<a.id>")).On("vpcZoneIdentifiers", Subnet, "a")));

    [Fact]
    public void A_New_Version_Of_A_Template_Reaches_The_Group_That_Takes_It() => Assert.Equal(
        ["Update web", "Update web"],
        Changes(
            Resource(Template, "web", ("userData", "a", "b")),
            Resource(Group, "web", ("launchTemplate", "<web.latestVersion>", "<web.latestVersion>")).On("launchTemplate", Template, "web")));

    [Fact]
    public void A_Template_Whose_Tags_Alone_Change_Has_No_New_Version() => Assert.Equal(
        ["Update web"],
        Changes(
            Resource(Template, "web", ("tags", "a", "b")),
            Resource(Group, "web", ("launchTemplate", "<web.latestVersion>", "<web.latestVersion>")).On("launchTemplate", Template, "web")));

    [Fact]
    public void What_The_Program_Is_Told_To_Ignore_Has_No_Consequence() =>
        Assert.Empty(Changes(Resource(Vpc, "net", ("cidrBlock", "10.0.0.0/16", "10.1.0.0/16")).With("ignoreChanges", "cidrBlock")));

    [Fact]
    public void What_The_Program_Wants_Replaced_Is() =>
        Assert.Equal(["Replace web"], Changes(Resource(Group, "web", ("maxSize", "1", "2")).With("replaceOnChanges", "maxSize")));

    [Theory]
    [InlineData("aws:route53/zone:Zone", "dev.example.com", "Dev.Example.com", "")]
    [InlineData("aws:route53/zone:Zone", "dev.example.com", "dev.example.net", "Replace web")]
    [InlineData("aws:route53/record:Record", "www.dev.example.com", "WWW.dev.example.com", "")]
    [InlineData("aws:sqs/queue:Queue", "web", "Web", "Replace web")]
    public void The_Name_Of_A_Domain_Is_The_Same_In_Large_Letters(string type, string before, string after, string changes) =>
        Assert.Equal(changes, string.Join(", ", Changes(Resource(type, "web", ("name", before, after)))));

    [Fact]
    public void What_Only_Depends_On_Something_Replaced_Stays() => Assert.Equal(
        ["Replace net"],
        Changes(
            Resource(Vpc, "net", ("cidrBlock", "10.0.0.0/16", "10.1.0.0/16")),
            Resource(Subnet, "a", ("vpcId", "vpc-1", "vpc-1")).On("vpcId", Vpc, "net")));

    [Theory]
    [InlineData("<web.arn>", "Replace web")]
    [InlineData("<web.repoDigest>", "Replace web, Update hosts")]
    public void What_Takes_The_Output_Of_The_Repository_Does_Not_Follow_The_Image_Of_Its_Name(string output, string changes) => Assert.Equal(
        changes,
        string.Join(", ", Changes(
            Resource(Image, "web", ("imageName", "web:1", "web:2")).With("replaceOnChanges", "*"),
            Resource("aws:iam/rolePolicy:RolePolicy", "hosts", ("policy", output, output)).On("policy", Image, "web"))));

    [Theory]
    [InlineData("Advanced", "Standard", "Replace key")]
    [InlineData("Standard", "Advanced", "Update key")]
    [InlineData("Intelligent-Tiering", "Standard", "Update key")]
    public void A_Parameter_Is_Replaced_For_A_Lower_Tier_Alone(string before, string after, string change) =>
        Assert.Equal([change], Changes(Resource("aws:ssm/parameter:Parameter", "key", ("tier", before, after))));

    private static IEnumerable<string> Changes(params Sample[] samples) =>
        PlanDiff.Between(Plan(samples.Select(sample => sample.Before)), Plan(samples.Select(sample => sample.After)))
            .Changes.Select(change => $"{change.Operation} {change.Resource.Name}");

    private static Plan Plan(IEnumerable<PlannedResource> resources) => new("shop", "dev", [.. resources], ImmutableSortedDictionary<string, JsonNode?>.Empty);

    private static Sample Resource(string type, string name, (string Input, string Before, string After) value)
    {
        return new(With(value.Before), With(value.After));

        PlannedResource With(string text) => new(Urn(type, name), null, 0, type, name, true, Values(value.Input, text), ImmutableSortedDictionary<string, JsonNode?>.Empty);
    }

    private static ImmutableSortedDictionary<string, JsonNode?> Values(string key, JsonNode value) =>
        ImmutableSortedDictionary<string, JsonNode?>.Empty.Add(key, value);

    private static string Urn(string type, string name) => $"urn:pulumi:dev::shop::{type}::{name}";

    private sealed record Sample(PlannedResource Before, PlannedResource After)
    {
        public Sample On(string input, string type, string name) => Both(resource =>
            resource with { Dependencies = resource.Dependencies.Add(input, [Urn(type, name)]) });

        public Sample With(string option, string input) => Both(resource => resource with { Options = resource.Options.Add(option, new JsonArray(input)) });

        private Sample Both(Func<PlannedResource, PlannedResource> change) => new(change(Before), change(After));
    }
}
