using Dockerland.Infra.Policies;

namespace Dockerland.Tests.Infra.Policies;

public sealed class StatementTests
{
    [Theory]
    [InlineData("*")]
    [InlineData("s3:*")]
    [InlineData("s3:Get*")]
    [InlineData("GetObject")]
    [InlineData(":GetObject")]
    public void An_Action_Is_Written_Out(string action)
    {
        var error = Assert.Throws<ArgumentException>(() => Statement.On("Read", ["arn:aws:s3:::a"], action));

        Assert.StartsWith($"Statement 'Read' has the action '{action}'. Write each action out as service:Action, without wildcards.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("")]
    public void A_Resource_Is_Never_Everything(string resource)
    {
        var error = Assert.Throws<ArgumentException>(() => Statement.On("Read", [resource], "s3:GetObject"));

        Assert.StartsWith($"Statement 'Read' has the resource '{resource}'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_Is_Only_For_Actions_That_Take_No_Resource()
    {
        var error = Assert.Throws<ArgumentException>(() => Statement.OnAny("Read", "s3:GetObject"));

        Assert.StartsWith("Statement 'Read' allows 's3:GetObject' on every resource.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_Without_A_Resource_Stand_In_A_Statement_Of_Their_Own()
    {
        var statement = Statement.OnAny("Look", "ec2:DescribeInstances");

        Assert.Equal<string>(["*"], statement.Resources);
    }

    [Fact]
    public void A_Statement_Allows_Something() =>
        Assert.Throws<ArgumentException>(() => Statement.On("Nothing", ["arn:aws:s3:::a"]));

    [Fact]
    public void A_Statement_Names_A_Resource() =>
        Assert.Throws<ArgumentException>(() => Statement.On("Nowhere", [], "s3:GetObject"));

    [Fact]
    public void Each_Unscoped_Action_Has_Its_Source() =>
        Assert.All(UnscopedActions.Sources.Values, source => Assert.StartsWith("https://docs.aws.amazon.com/", source, StringComparison.Ordinal));

    [Fact]
    public void A_Keys_Policy_Is_About_Keys()
    {
        var error = Assert.Throws<ArgumentException>(() => Statement.OnKey("Publish", Principal.Service("events.amazonaws.com"), "sns:Publish"));

        Assert.StartsWith("Statement 'Publish' of a key's policy allows 'sns:Publish'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_Conditions_Of_One_Kind_On_A_Key_Would_Hide_Each_Other()
    {
        var error = Assert.Throws<ArgumentException>(() => Statement.On("Read", ["arn:a"], "s3:GetObject").When(Condition.Is("aws:SourceAccount", "1"), Condition.Is("aws:SourceAccount", "2")));

        Assert.StartsWith("Statement 'Read' has two conditions StringEquals on 'aws:SourceAccount'.", error.Message, StringComparison.Ordinal);
    }
}
