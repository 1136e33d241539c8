using Dockerland.Sdks.Generate;
using Dockerland.Sdks.Generate.Aws;
using Dockerland.Sdks.Generate.Aws.Models;

namespace Dockerland.Tests.Sdks.AwsSdk;

public sealed class NamesTests
{
    private static readonly Names Names = new(new ServiceEntry("AWSSDK.Zoo", "zoo-2020-01-01", "Zoo", "zoo", [])
    {
        Excluded = ["*.DryRun"],
        ShapeNames = new Dictionary<string, string> { ["Bucket"] = "S3Bucket" },
        MemberNames = new Dictionary<string, string> { ["Owner.ID"] = "Id" },
    });

    [Theory]
    [InlineData("PAY_PER_REQUEST", "PAY_PER_REQUEST")]
    [InlineData("us-east-1", "UsEast1")]
    [InlineData("Pending:Wait", "PendingWait")]
    [InlineData("m5.large", "M5Large")]
    public void A_Value_Is_One_Word(string value, string name) => Assert.Equal(name, Names.Value(value));

    [Theory]
    [InlineData("ResourceContentionFault", "ResourceContentionException")]
    [InlineData("NoSuchHostedZone", "NoSuchHostedZoneException")]
    [InlineData("ParameterNotFoundException", "ParameterNotFoundException")]
    public void An_Error_Is_An_Exception(string shape, string name) => Assert.Equal(name, Names.Error(shape));

    [Theory]
    [InlineData("Owner", "ID", "Id")]
    [InlineData("Zone", "ID", "ID")]
    [InlineData("Zone", "name", "Name")]
    [InlineData("DescribeZoneRequest", "DryRun", null)]
    public void A_Property_Begins_With_A_Capital_Unless_The_Table_Says_Otherwise(string shape, string member, string? name) =>
        Assert.Equal(name, Names.Property(shape, member));

    [Fact]
    public void A_Shape_Is_Called_As_The_Table_Says() => Assert.Equal("S3Bucket", Names.Shape("Bucket"));

    [Fact]
    public void A_Property_Cannot_Be_Called_As_Its_Class()
    {
        var exception = Assert.Throws<GenerateException>(() => Names.Property("Status", "Status"));

        Assert.Contains("'Status.Status'", exception.Message, StringComparison.Ordinal);
    }
}
