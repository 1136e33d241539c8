using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Serialization;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.WireValue;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

/// <summary>Outputs, resources and their state on the wire.</summary>
public sealed class SerializerOutputTests
{
    private const string UrnOfA = "urn:pulumi:stack::project::test:index:Thing::a";

    [Fact]
    public async Task A_Secret_Is_Wrapped() =>
        Same($$"""{"{{Key}}":"{{SecretMark}}","value":[1]}""", await SerializeAsync(Output.CreateSecret(new[] { 1 })));

    [Fact]
    public async Task A_Secret_Null_Stays_Wrapped() =>
        Same($$"""{"{{Key}}":"{{SecretMark}}","value":null}""", await SerializeAsync(Output.CreateSecret<string?>((string?)null)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_Unknown_Is_The_Sentinel_Secret_Or_Not(bool isSecret) =>
        Same($"\"{UnknownMark}\"", await SerializeAsync(Unknown<int>(isSecret)));

    [Fact]
    public async Task Each_Element_Of_A_List_Keeps_Its_Own_State() => Same(
        $$"""["a","{{UnknownMark}}",{"{{Key}}":"{{SecretMark}}","value":"c"}]""",
        await SerializeAsync(new InputList<string> { "a", Unknown<string>(), Output.CreateSecret("c") }));

    [Fact]
    public async Task Each_Entry_Of_A_Map_Keeps_Its_Own_State() => Same(
        $$"""{"a":"a","b":"{{UnknownMark}}","c":{"{{Key}}":"{{SecretMark}}","value":"c"} }""",
        await SerializeAsync(new InputMap<string> { ["a"] = "a", ["b"] = Unknown<string>(), ["c"] = Output.CreateSecret("c") }));

    [Fact]
    public async Task A_List_Or_Map_That_Is_Unknown_As_A_Whole_Is_The_Sentinel()
    {
        Same($"\"{UnknownMark}\"", await SerializeAsync((InputList<int>)Unknown<int[]>()));
        Same($"\"{UnknownMark}\"", await SerializeAsync((InputMap<int>)Unknown<Dictionary<string, int>>()));
    }

    [Fact]
    public async Task A_List_That_Is_Secret_As_A_Whole_Is_Wrapped() => Same(
        $$"""{"{{Key}}":"{{SecretMark}}","value":[1]}""", await SerializeAsync((InputList<int>)Output.CreateSecret(new[] { 1 })));

    [Fact]
    public async Task A_List_Of_Args_Keeps_The_State_Inside() => Same(
        $$"""[{"one":{"{{Key}}":"{{SecretMark}}","value":1} }]""",
        await SerializeAsync(new InputList<NestedArgs> { new NestedArgs { One = Output.CreateSecret(1) } }));

    [Fact]
    public async Task An_Unset_List_Is_Empty_And_A_Null_Map_Is_Null()
    {
        Same("[]", await SerializeAsync((InputList<int>)default(System.Collections.Immutable.ImmutableArray<int>)));
        Same("null", await SerializeAsync((InputMap<int>)Make<Dictionary<string, int>>(null!)));
    }

    [Theory]
    [InlineData(true, """{"KEY":"RESOURCE","urn":"URN","id":"a"}""")]
    [InlineData(false, "\"a\"")]
    public async Task A_Resource_Is_A_Reference_Or_Its_Id(bool keepResources, string json)
    {
        var (value, dependencies) = await InDeploymentAsync(keepResources, () => new Thing("a"));

        Same(json.Replace("KEY", Key, StringComparison.Ordinal).Replace("RESOURCE", ResourceMark, StringComparison.Ordinal)
            .Replace("URN", UrnOfA, StringComparison.Ordinal), value);
        Assert.Equal("a", Assert.Single(dependencies).GetResourceName());
    }

    [Theory]
    [InlineData(true, """{"KEY":"RESOURCE","urn":"URN","id":""}""")]
    [InlineData(false, "\"UNKNOWN\"")]
    public async Task A_Resource_Yet_To_Be_Made_Has_An_Empty_Or_Unknown_Id(bool keepResources, string json)
    {
        var run = Run.Preview();
        run.Monitor.OnRegister = request => Task.FromResult(
            new global::Pulumi.Rpc.RegisterResourceResponse { Urn = FakeMonitor.Echo(request).Urn });

        var (value, _) = await InDeploymentAsync(keepResources, () => new Thing("a"), run);

        Same(json.Replace("KEY", Key, StringComparison.Ordinal).Replace("RESOURCE", ResourceMark, StringComparison.Ordinal)
            .Replace("URN", UrnOfA, StringComparison.Ordinal).Replace("UNKNOWN", UnknownMark, StringComparison.Ordinal), value);
    }

    [Theory]
    [InlineData(true, """{"KEY":"RESOURCE","urn":"urn:pulumi:stack::project::test:index:Group::g"}""")]
    [InlineData(false, "\"urn:pulumi:stack::project::test:index:Group::g\"")]
    public async Task A_Component_Is_A_Reference_Without_Id_Or_Its_Urn(bool keepResources, string json)
    {
        var (value, dependencies) = await InDeploymentAsync(keepResources, () => new Group("g"));

        Same(json.Replace("KEY", Key, StringComparison.Ordinal).Replace("RESOURCE", ResourceMark, StringComparison.Ordinal), value);
        Assert.Equal("g", Assert.Single(dependencies).GetResourceName());
    }

    [Fact]
    public async Task A_Resource_Known_By_Urn_Only_Has_No_Id() => Same(
        $$"""{"{{Key}}":"{{ResourceMark}}","urn":"{{UrnOfA}}"}""", await SerializeAsync(Dependency("a")));

    [Theory]
    [InlineData(true, false, """{"KEY":"OUTPUT","value":1,"dependencies":["URN"]}""")]
    [InlineData(true, true, """{"KEY":"OUTPUT","value":1,"secret":true,"dependencies":["URN"]}""")]
    [InlineData(false, false, """{"KEY":"OUTPUT","dependencies":["URN"]}""")]
    [InlineData(false, true, """{"KEY":"OUTPUT","secret":true,"dependencies":["URN"]}""")]
    public async Task An_Output_Value_Tells_All_Of_The_State(bool isKnown, bool isSecret, string json)
    {
        var serializer = new Serializer(keepResources: true, keepOutputValues: true);

        var value = await serializer.SerializeAsync("prop", Make(1, isKnown, isSecret, Dependency("a")));

        Same(json.Replace("KEY", Key, StringComparison.Ordinal).Replace("OUTPUT", OutputMark, StringComparison.Ordinal)
            .Replace("URN", UrnOfA, StringComparison.Ordinal), value);
    }

    [Fact]
    public async Task An_Output_Value_Without_State_Is_Plain() =>
        Same("1", await new Serializer(keepResources: true, keepOutputValues: true).SerializeAsync("prop", Output.Create(1)));

    [Fact]
    public async Task Dependencies_Of_An_Output_Value_Are_Sorted()
    {
        var value = await new Serializer(keepResources: true, keepOutputValues: true)
            .SerializeAsync("prop", Make(1, resources: [Dependency("c"), Dependency("a"), Dependency("b")]));

        var urns = value.StructValue.Fields["dependencies"].ListValue.Values.Select(urn => urn.StringValue).ToList();
        Assert.Equal(urns.Order(StringComparer.Ordinal), urns);
        Assert.Equal(3, urns.Count);
    }

    [Fact]
    public async Task References_May_Be_Left_Out_Of_The_Dependencies()
    {
        var serializer = new Serializer(keepResources: true, excludeResourceReferences: true);

        await serializer.SerializeAsync("prop", Dependency("a"));

        Assert.Empty(serializer.Dependencies);
    }

    private static async Task<(Google.Protobuf.WellKnownTypes.Value Value, IReadOnlySet<Resource> Dependencies)> InDeploymentAsync(
        bool keepResources, Func<Resource> create, Run? run = null)
    {
        var serializer = new Serializer(keepResources);
        Google.Protobuf.WellKnownTypes.Value? value = null;
        (await (run ?? new Run()).ExecuteAsync(async () => { value = await serializer.SerializeAsync("prop", create()); })).Succeeded();
        return (value!, serializer.Dependencies);
    }
}
