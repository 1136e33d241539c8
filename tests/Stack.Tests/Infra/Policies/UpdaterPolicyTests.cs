using System.Collections.Immutable;
using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

public sealed class UpdaterPolicyTests
{
    private static readonly UpdaterResources Resources = new()
    {
        Zones = ["arn:public", "arn:private"],
        Names = ["WWW.example.com", "nodes.*.example.com"],
        PublicZone = ("arn:public", "example.com"),
        PrivateZone = ("arn:private", "Example.com"),
        Partition = "aws",
        Groups = "arn:groups",
        LogGroup = "arn:log",
        DeadLetterQueue = "arn:queue",
    };

    [Fact]
    public void It_Changes_Records_In_Its_Zones_Only() =>
        Assert.Equal<string>(["arn:private", "arn:public"], Changes(Resources).Resources);

    [Fact]
    public void It_Changes_Its_Own_Names_And_Who_Owns_Them_Only() => Assert.Equal<string>(
        ["_dockerland.nodes.*.example.com", "_dockerland.www.example.com", "nodes.*.example.com", "www.example.com"],
        Values("ForAllValues:StringLike", "route53:ChangeResourceRecordSetsNormalizedRecordNames"));

    [Fact]
    public void It_Changes_Addresses_And_Texts_Only() =>
        Assert.Equal<string>(["A", "AAAA", "TXT"], Values("ForAllValues:StringEquals", "route53:ChangeResourceRecordSetsRecordTypes"));

    [Theory]
    [InlineData("route53:ChangeResourceRecordSetsActions")]
    [InlineData("route53:ChangeResourceRecordSetsNormalizedRecordNames")]
    [InlineData("route53:ChangeResourceRecordSetsRecordTypes")]
    public void A_Request_That_Says_Nothing_Of_It_Is_Refused(string key) =>
        Assert.Equal<string>(["false"], Values("Null", key));

    [Fact]
    public void Without_Names_It_Only_Removes() => Assert.Equal(
        ["RemoveRecords"],
        UpdaterPolicy.Statements(Resources with { Names = [], PrivateZone = null }).Where(statement => statement.Actions.Contains("route53:ChangeResourceRecordSets")).Select(statement => statement.Id));

    [Theory]
    [InlineData("ForAllValues:StringLike", "route53:ChangeResourceRecordSetsNormalizedRecordNames", "*.example.com _dockerland.*.example.com")]
    [InlineData("ForAllValues:StringEquals", "route53:ChangeResourceRecordSetsActions", "DELETE")]
    public void What_Agents_Left_Behind_It_May_Only_Remove(string test, string key, string values)
    {
        var removal = Assert.Single(UpdaterPolicy.Statements(Resources), statement => statement.Id is "RemoveServiceRecords");

        Assert.Equal(["arn:private"], removal.Resources.AsEnumerable());
        Assert.Equal(values, string.Join(' ', Assert.Single(removal.Conditions, condition => condition.Test == test && condition.Key == key).Values));
    }

    [Fact]
    public void Without_A_Private_Zone_There_Is_Nothing_Of_Agents() =>
        Assert.DoesNotContain(UpdaterPolicy.Statements(Resources with { PrivateZone = null }), statement => statement.Id is "RemoveServiceRecords");

    [Fact]
    public void It_Answers_Hooks_Of_Its_Own_Groups_Only() => Assert.Equal<string>(
        ["arn:groups"],
        Assert.Single(UpdaterPolicy.Statements(Resources), statement => statement.Actions.Contains("autoscaling:CompleteLifecycleAction")).Resources);

    private static Statement Changes(UpdaterResources resources) =>
        Assert.Single(UpdaterPolicy.Statements(resources), statement => statement.Id is "KeepRecords");

    private static ImmutableArray<string> Values(string test, string key) =>
        Assert.Single(Changes(Resources).Conditions, condition => condition.Test == test && condition.Key == key).Values;
}
