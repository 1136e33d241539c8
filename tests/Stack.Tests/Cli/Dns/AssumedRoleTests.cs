using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Cli;
using Dockerland.Cli.Dns;

namespace Dockerland.Tests.Stack.Cli.Dns;

public sealed class AssumedRoleTests
{
    private const string Arn = "arn:aws:iam::123456789012:role/deployer";

    [Fact]
    public void What_The_Provider_Asks_For_Is_Asked_For() => Assert.Equal(
        """{"RoleSessionName":"me","RoleArn":"r","ExternalId":"x","TransitiveTagKeys":["a"],"PolicyArns":[{"arn":"p"}],"Tags":[{"Key":"a","Value":"b"}]}""",
        AssumedRole.Request(JsonElement.Parse("""{"roleArn":"r","sessionName":"me","externalId":"x","duration":"1h","policyArns":["p"],"tags":{"a":"b"},"transitiveTagKeys":["a"]}""")).ToJsonString());

    [Fact]
    public void A_Session_Has_A_Name() =>
        Assert.Equal("dockerland-dns", AssumedRole.Request(JsonElement.Parse("""{"roleArn":"r"}"""))["RoleSessionName"]!.GetValue<string>());

    [Fact]
    public void A_Target_Has_The_Stacks_Roles() => Assert.Equal(Arn, Assert.Single(Target($$"""[{"roleArn":"{{Arn}}"}]""").Roles).GetProperty("roleArn").GetString());

    [Fact]
    public void Who_Names_A_Profile_Has_Taken_The_Roles() => Assert.Empty(Target($$"""[{"roleArn":"{{Arn}}"}]""").With(null, "deployer").Roles);

    [Fact]
    public void Who_Names_A_Region_Has_Not() => Assert.Single(Target($$"""[{"roleArn":"{{Arn}}"}]""").With("eu-west-1", null).Roles);

    [Theory]
    [InlineData("deployer")]
    [InlineData("""{"roleArn":"r"}""")]
    [InlineData("""[{"arn":"r"}]""")]
    public void What_Is_No_List_Of_Roles_Is_Told(string roles)
    {
        var error = Assert.Throws<CliException>(() => Target(roles));

        Assert.Equal($"Pulumi.qa.yaml: aws:assumeRoles is no list of roles: {roles}. Write it as - roleArn: arn:aws:iam::123456789012:role/NAME", error.Message);
    }

    [Fact]
    public void Encrypted_Roles_Cant_Be_Taken() =>
        Assert.Contains("aws:assumeRoles is encrypted", Assert.Throws<CliException>(() => Target("…", "aws:assumeRoles")).Message, StringComparison.Ordinal);

    private static DnsTarget Target(string roles, params string[] secrets) => DnsTarget.Of(new(
        "dockerland",
        "qa",
        ImmutableSortedDictionary<string, string>.Empty.Add("dockerland:environment", "staging").Add("aws:assumeRoles", roles),
        [.. secrets]));
}
