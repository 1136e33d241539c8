using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

public sealed class ConditionTests
{
    [Fact]
    public void A_Condition_Without_A_Value_Is_None() =>
        Assert.Throws<ArgumentException>(() => Condition.Is("aws:SourceAccount", []));

    [Fact]
    public void The_Order_Of_Values_Does_Not_Show() =>
        Assert.Equal<string>(["a", "b"], Condition.Is("aws:SourceAccount", "b", "a", "b").Values);

    // ForAllValues alone is true of a request that has no value at all.
    [Fact]
    public void All_Of_A_Keys_Values_Means_That_There_Are_Some() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Keep","Effect":"Allow","Action":["route53:ChangeResourceRecordSets"],"Resource":["arn:zone"]"""
        + ""","Condition":{"ForAllValues:StringEquals":{"route53:ChangeResourceRecordSetsActions":["DELETE","UPSERT"]},"Null":{"route53:ChangeResourceRecordSetsActions":["false"]}}}]}""",
        PolicyDocument.Render(Statement.On("Keep", ["arn:zone"], "route53:ChangeResourceRecordSets")
            .When(Condition.AllAre("route53:ChangeResourceRecordSetsActions", "UPSERT", "DELETE"))));
}
