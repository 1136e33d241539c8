using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public void A_Policy_Is_The_Json_That_Iam_Takes()
    {
        var json = PolicyDocument.Render(Statement.On("Read", ["arn:aws:s3:::a/b"], "s3:GetObject"));

        Assert.Equal("""{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a/b"]}]}""", json);
    }

    [Fact]
    public void The_Order_In_Which_It_Was_Written_Does_Not_Show()
    {
        var one = PolicyDocument.Render(Statement.On("Read", ["arn:b", "arn:a"], "s3:PutObject", "s3:GetObject"));
        var other = PolicyDocument.Render(Statement.On("Read", ["arn:a", "arn:b", "arn:a"], "s3:GetObject", "s3:PutObject"));

        Assert.Equal(one, other);
    }

    [Fact]
    public void A_Trust_Policy_Names_One_Service()
    {
        var json = PolicyDocument.Trust("ec2.amazonaws.com");

        Assert.Equal("""{"Version":"2012-10-17","Statement":[{"Sid":"Trust","Effect":"Allow","Action":"sts:AssumeRole","Principal":{"Service":"ec2.amazonaws.com"}}]}""", json);
    }

    [Fact]
    public void A_Resources_Policy_Says_Who_And_When() => Assert.Equal(
        """{"Version":"2012-10-17","Statement":[{"Sid":"Send","Effect":"Allow","Principal":{"Service":"sns.amazonaws.com"},"Action":["sqs:SendMessage"],"Resource":["arn:queue"],"Condition":{"ArnEquals":{"aws:SourceArn":["arn:topic"]}}}]}""",
        PolicyDocument.RenderOf(Statement.On("Send", ["arn:queue"], "sqs:SendMessage").For(Principal.Service("sns.amazonaws.com")).When(Condition.IsArn("aws:SourceArn", "arn:topic"))));

    [Fact]
    public void A_Resources_Policy_Without_A_Principal_Is_None() =>
        Assert.Throws<ArgumentException>(() => PolicyDocument.RenderOf(Statement.On("Send", ["arn:queue"], "sqs:SendMessage")));

    [Fact]
    public void A_Resources_Policy_Never_Lets_Everybody_In() =>
        Assert.Throws<ArgumentException>(() => PolicyDocument.RenderOf(Statement.On("Send", ["arn:queue"], "sqs:SendMessage").For(Principal.Anyone)));

    [Fact]
    public void A_Roles_Policy_Is_About_That_Role() =>
        Assert.Throws<ArgumentException>(() => PolicyDocument.Render(Statement.On("Send", ["arn:queue"], "sqs:SendMessage").For(Principal.Service("sns.amazonaws.com"))));
}
