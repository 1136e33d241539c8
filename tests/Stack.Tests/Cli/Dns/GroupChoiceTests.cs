using Dockerland.Cli;
using Dockerland.Cli.Dns;
using static Dockerland.Tests.Stack.Cli.Dns.Reports;

namespace Dockerland.Tests.Stack.Cli.Dns;

public sealed class GroupChoiceTests
{
    [Fact]
    public void Nothing_Chosen_Is_All() => Assert.Null(GroupChoice.Names([Web, Db], Reports.Stack, []));

    [Theory]
    [InlineData("web")]
    [InlineData(Group)]
    public void A_Group_Has_Its_Fleets_Name_And_Its_Own(string typed) => Assert.Equal([Group], GroupChoice.Names([Web, Db], Reports.Stack, [typed])!);

    [Theory]
    [InlineData("webb", "The stack dockerland-dev has no group 'webb'. Did you mean 'web'?")]
    [InlineData("balancer", "The stack dockerland-dev has no group 'balancer'. There are: db, web.")]
    public void An_Unknown_Group_Is_Refused(string typed, string message) =>
        Assert.Equal(message, Assert.Throws<CliException>(() => GroupChoice.Names([Web, Db], Reports.Stack, [typed])).Message);

    [Theory]
    [InlineData("www.example.com")]
    [InlineData("WWW.example.com.")]
    [InlineData("i-1.hosts.example.com")]
    public void A_Wanted_Name_Can_Be_Adopted(string name) =>
        Assert.Equal([name], GroupChoice.Adopted([Web with { Tags = Web.Tags.Add("DomainMeta.host", "#instanceid.hosts.example.com") }], [name]));

    [Fact]
    public void A_Name_That_Nobody_Wants_Cant() => Assert.Equal(
        "No group wants the record 'ww.example.com', so there is nobody to adopt it for. Did you mean 'www.example.com'?",
        Assert.Throws<CliException>(() => GroupChoice.Adopted([Web], ["ww.example.com"])).Message);
}
