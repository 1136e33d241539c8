using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Resources;

public sealed class AliasTests
{
    private const string UrnOfA = "urn:pulumi:stack::project::test:index:Thing::a";

    public static TheoryData<Alias, string> Forms => new()
    {
        { new Alias { Urn = UrnOfA }, $$"""{ "urn": "{{UrnOfA}}" }""" },
        { new Alias(), """{ "spec": { } }""" },
        { new Alias { Name = "n" }, """{ "spec": { "name": "n" } }""" },
        { new Alias { Type = "t" }, """{ "spec": { "type": "t" } }""" },
        { new Alias { Stack = "s", Project = Output.Create("p") }, """{ "spec": { "stack": "s", "project": "p" } }""" },
        { new Alias { NoParent = true }, """{ "spec": { "noParent": true } }""" },
        { new Alias { ParentUrn = UrnOfA }, $$"""{ "spec": { "parentUrn": "{{UrnOfA}}" } }""" },
        { new Alias { Name = "n", Parent = Dependency("a") }, $$"""{ "spec": { "name": "n", "parentUrn": "{{UrnOfA}}" } }""" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_Form_Goes_Over_The_Wire(Alias alias, string expected) =>
        Assert.Equal(expected, (await alias.ToWireAsync()).ToString());

    public static TheoryData<Alias> Contradictions => new()
    {
        new Alias { Urn = UrnOfA, Name = "n" },
        new Alias { Urn = UrnOfA, NoParent = true },
        new Alias { Parent = Dependency("a"), NoParent = true },
        new Alias { ParentUrn = UrnOfA, NoParent = true },
        new Alias { Parent = Dependency("a"), ParentUrn = UrnOfA },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task Contradictions_Are_Refused(Alias alias) => await Assert.ThrowsAsync<ArgumentException>(() => alias.ToWireAsync());

    [Fact]
    public async Task Aliases_Reach_The_Registration_In_Order()
    {
        var run = (await Run.UpdateAsync(() => _ = new Thing("a", options: new()
        {
            Aliases = { new Alias { Name = "old" }, Output.Create(new Alias { Type = "test:index:Older" }) },
        }))).Succeeded();

        var aliases = run.Monitor.Registration("a").Aliases;
        Assert.Equal(["old", ""], aliases.Select(alias => alias.Spec.Name));
        Assert.Equal(["", "test:index:Older"], aliases.Select(alias => alias.Spec.Type));
    }

    [Fact]
    public async Task An_Engine_Without_Aliases_Is_Said_To_Be_Too_Old()
    {
        var run = new Run();
        run.Monitor.Supports = feature => feature != "aliasSpecs";
        await run.ExecuteAsync(() => _ = new Thing("a", options: new() { Aliases = { new Alias { Name = "old" } } }));

        Assert.Contains("update the Pulumi CLI", Assert.Single(run.Errors), StringComparison.Ordinal);
    }
}
