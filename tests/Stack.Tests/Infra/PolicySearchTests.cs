using System.Collections.Immutable;

namespace Dockerland.Tests.Infra;

public sealed class PolicySearchTests
{
    [Theory]
    [InlineData("aws:iam/policy:Policy", "policy", "{}")]
    [InlineData("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role", "web")]
    [InlineData("aws:s3/bucketPolicy:BucketPolicy", "bucket", "web")]
    [InlineData("aws:ecr/repositoryPolicy:RepositoryPolicy", "repository", "webapp")]
    [InlineData("aws:sns/topic:Topic", "policy", "{}")]
    [InlineData("aws:kms/key:Key", "document", """{"Statement":[]}""")]
    public void A_Policy_That_Nobody_Checks_Is_Found(string type, string input, string value) =>
        Assert.Equal<string>([$"{type} {input}"], Others(type, (input, value)));

    [Fact]
    public void A_Role_With_Managed_Policies_Is_Found() => Assert.Contains(
        "aws:iam/role:Role managedPolicyArns",
        Others("aws:iam/role:Role", ("managedPolicyArns", ImmutableArray.Create<object>("arn:aws:iam::aws:policy/AdministratorAccess"))));

    [Fact]
    public void A_Role_With_Inline_Policies_Is_Found() => Assert.Contains(
        "aws:iam/role:Role inlinePolicies policy",
        Others("aws:iam/role:Role", ("inlinePolicies", ImmutableArray.Create<object>(ImmutableDictionary<string, object>.Empty.Add("policy", "{}")))));

    [Fact]
    public void What_Is_Checked_Is_Not_Among_The_Others() =>
        Assert.Empty(Others("aws:iam/role:Role", ("assumeRolePolicy", """{"Statement":[]}"""), ("name", "web")));

    [Fact]
    public void What_A_Group_Calls_A_Policy_Is_None_Unless_It_Reads_Like_One() => Assert.Equal<string>(
        ["aws:autoscaling/policy:Policy name"],
        Others("aws:autoscaling/policy:Policy", ("policyType", "StepScaling"), ("name", """{"Statement":[]}""")));

    private static IEnumerable<string> Others(string type, params (string Key, object Value)[] inputs) =>
        PolicySearch.Others(new() { Type = type, Name = "web", Inputs = inputs.ToImmutableDictionary(input => input.Key, input => input.Value) }).Distinct();
}
