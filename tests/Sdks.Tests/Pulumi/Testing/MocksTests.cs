using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Dockerland.Tests.Sdks.Pulumi.Serialization;
using Pulumi;
using Pulumi.Testing;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Testing;

/// <summary>What mocks are asked.</summary>
public sealed class MocksTests
{
    private readonly FakeMocks _mocks = new();

    [Fact]
    public async Task Inputs_Are_Plain_Values()
    {
        await _mocks.TestAsync(() => _ = Sample(new Dictionary<string, object?>
        {
            ["number"] = 1,
            ["list"] = new InputList<int> { 1, Output.CreateSecret(2) },
            ["map"] = new InputMap<string> { ["a"] = "b" },
            ["secret"] = Output.CreateSecret("s"),
            ["asset"] = new StringAsset("text"),
        }));

        var inputs = Assert.Single(_mocks.Resources).Inputs;
        Assert.Equal(1.0, inputs["number"]);
        Assert.Equal<object?>([1.0, 2.0], Assert.IsType<ImmutableArray<object?>>(inputs["list"]));
        Assert.Equal("b", Assert.IsType<ImmutableDictionary<string, object?>>(inputs["map"])["a"]);
        Assert.Equal("s", inputs["secret"]);
        Assert.Equal("text", Assert.IsType<StringAsset>(inputs["asset"]).Value);
    }

    [Fact]
    public async Task Unknown_And_Null_Inputs_Are_Dropped()
    {
        await _mocks.TestAsync(() => _ = Sample(new Dictionary<string, object?>
        {
            ["unknown"] = Unknown<int>(),
            ["list"] = new InputList<int> { 1, Unknown<int>() },
            ["null"] = null,
            ["kept"] = "k",
        }));

        Assert.Equal(["kept"], Assert.Single(_mocks.Resources).Inputs.Keys);
    }

    [Fact]
    public async Task Resources_Appear_As_Resources()
    {
        await _mocks.TestAsync(() =>
        {
            var known = new Known("k", null);
            _ = Sample(new Dictionary<string, object?> { ["other"] = known, ["group"] = new Group("g") });
        });

        var inputs = _mocks.Resources.Single(args => args.Name == "sample").Inputs;
        var other = Assert.IsType<Known>(inputs["other"]);
        Assert.Equal("k-id", await other.Id.ValueAsync());
        Assert.IsType<DependencyResource>(inputs["group"]);
    }

    [Fact]
    public async Task Type_Name_And_Provider_Are_Told_And_An_Id_Is_Empty_And_Not_Null()
    {
        await _mocks.TestAsync(() => _ = new Thing("a", options: new() { Provider = new ThingProvider("p") }));

        var args = _mocks.Resources.Single(args => args.Name == "a");
        Assert.Equal(("test:index:Thing", ""), (args.Type, args.Id));
        Assert.EndsWith("::p::p-id", args.Provider, StringComparison.Ordinal);
        Assert.Equal(("pulumi:providers:test", ""), (_mocks.Resources.First().Type, _mocks.Resources.First().Provider));
    }

    [Theory]
    [InlineData("read", null)]
    [InlineData(null, "imported")]
    public async Task An_Id_To_Read_Or_Import_Is_Told(string? read, string? imported)
    {
        await _mocks.TestAsync(() => _ = new Thing("a", options: new() { Id = read!, ImportId = imported }));

        Assert.Equal(read ?? imported, Assert.Single(_mocks.Resources).Id);
    }

    [Fact]
    public async Task Urns_Hold_The_Outermost_Type_And_The_Resources_Own()
    {
        var resources = await _mocks.TestAsync(
            () =>
            {
                var outer = new Group("outer");
                var inner = new Group("inner", new() { Parent = outer });
                _ = new Thing("a", options: new() { Parent = inner });
            },
            new() { ProjectName = "web", StackName = "dev" });

        Assert.Equal(
            [
                "urn:pulumi:dev::web::pulumi:pulumi:Stack$test:index:Thing::a",
                "urn:pulumi:dev::web::pulumi:pulumi:Stack$test:index:Group::inner",
                "urn:pulumi:dev::web::pulumi:pulumi:Stack$test:index:Group::outer",
            ],
            (await Task.WhenAll(resources.Select(resource => resource.Urn.ValueAsync()))).OrderBy(urn => urn.Split("::")[^1]));
    }

    [Fact]
    public async Task Outputs_Of_Components_And_The_Stack_Reach_The_Mocks()
    {
        var (_, outputs) = await Deployment.TestAsync(_mocks, new TestOptions(), () =>
        {
            new Group("g").RegisterOutputs(new Dictionary<string, object?> { ["a"] = Output.CreateSecret(1) });
            return new Dictionary<string, object?> { ["b"] = Unknown<int>() };
        }).WaitAsync(Run.Deadline);

        Assert.Equal(["b"], outputs.Keys);
        var ofGroup = await _mocks.Outputs.Single(request => request.Urn.EndsWith("::g", StringComparison.Ordinal)).Outputs["a"].DataAsync();
        Assert.Equal((1.0, true, true), (ofGroup.Value, ofGroup.IsKnown, ofGroup.IsSecret));
        var ofStack = _mocks.Outputs.Single(request => request.Urn.EndsWith("::project-stack", StringComparison.Ordinal));
        Assert.False((await ofStack.Outputs["b"].DataAsync()).IsKnown);
    }

    [Fact]
    public async Task Empty_Mocks_Echo_Inputs_Without_An_Id()
    {
        Thing? thing = null;
        await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), async () =>
        {
            thing = new Thing("a", new() { Value = "v" });
            Assert.Equal("x", (await Deployment.Instance.InvokeSingleAsync<string>("a:b:c", new DictionaryInvokeArgs(
                ImmutableDictionary<string, object?>.Empty.Add("result", "x")))));
        }).WaitAsync(Run.Deadline);

        Assert.Equal("v", await thing!.Value.ValueAsync());
        Assert.False((await thing.Id.DataAsync()).IsKnown);
    }

    private static CustomResource Sample(Dictionary<string, object?> inputs) =>
        new("test:index:Sample", "sample", new DictionaryResourceArgs(inputs.ToImmutableDictionary()), null, null);
}
