using Dockerland.Infra.Rules;

namespace Dockerland.Tests.Infra.Rules;

public sealed class RuleTests
{
    public static IEnumerable<object[]> Cases => BrokenResources.All.Select(one => new object[] { one.Rule, one.Case });

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_Breaks_It_Is_Told_How_To_Mend_It(string rule, string name)
    {
        var broken = Find(rule, name);

        var error = (await RuledRun.UpAsync(broken.Program)).Error;

        Assert.Matches($"^Rule {rule}: [^ ]+ 'x' ", error);
        Assert.Contains($"'x' {broken.Problem}, or give the reason why not: pulumi config set --path 'dockerland:exemptions.{rule}[\"x\"]' REASON", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_Breaks_It_Is_Never_Registered(string rule, string name) =>
        Assert.DoesNotContain((await RuledRun.UpAsync(Find(rule, name).Program)).Cloud.Requests, request => request.Name == "x");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_Preview_Refuses_It_Too(string rule, string name) =>
        Assert.StartsWith("Rule ", (await RuledRun.PreviewAsync(Find(rule, name).Program)).Error, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_Can_Be_Exempted_By_Name(string rule, string name)
    {
        // A door to everything breaks two rules at once.
        var run = await RuledRun.UpAsync(Find(rule, name).Program, (rule, "x"), ("admin-ports", "x"), ("world-ports", "x"), ("wildcard-resource", "x"));

        Assert.Null(run.Error);
        Assert.Contains(run.Cloud.Requests, request => request.Name == "x");
    }

    [Fact]
    public async Task What_Lets_Out_Is_No_Door() => Assert.Null((await RuledRun.UpAsync(() => _ = new OlderRule("egress", 3000))).Error);

    [Fact]
    public async Task A_Protocol_May_Be_Said_By_Its_Number() => Assert.Null((await RuledRun.UpAsync(() => _ = new OlderRule("ingress", 443, "6"))).Error);

    [Fact]
    public void Every_Rule_Is_Broken_By_A_Case() =>
        Assert.Equal(Rule.All.Select(rule => rule.Name).Order(StringComparer.Ordinal), BrokenResources.All.Select(one => one.Rule).Distinct().Order(StringComparer.Ordinal));

    private static (string Rule, string Case, Action Program, string Problem) Find(string rule, string name) => BrokenResources.All.Single(one => one.Rule == rule && one.Case == name);
}
