using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.OutputAssertions;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class InputPropertiesTests
{
    private abstract class BaseArgs : ResourceArgs
    {
        [Input("inherited")]
        public Input<string>? Inherited { get; set; }
    }

    private sealed class SampleArgs : BaseArgs
    {
        [Input("tags")]
        private InputMap<string>? _tags;

        [Input("json", json: true)]
        public object? Json;

        public InputMap<string> Tags
        {
            get => _tags ??= [];
            set => _tags = value;
        }

        [Input("Odd-Name")]
        internal string? Odd { get; set; }

        public string? NotAnInput { get; set; } = "not sent";
    }

    private sealed class RequiringArgs : ResourceArgs
    {
        [Input("name", required: true)]
        public Input<string> Name { get; set; } = null!;
    }

    [Fact]
    public void Fields_And_Properties_Of_Any_Visibility_Are_Inputs()
    {
        var args = new SampleArgs { Inherited = "a", Odd = "b", Tags = { ["c"] = "d" } };

        var properties = args.ToProperties().ToDictionary();

        Assert.Equal(["Odd-Name", "inherited", "json", "tags"], properties.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("b", properties["Odd-Name"]);
        Assert.Same(args.Tags, properties["tags"]);
    }

    [Fact]
    public void A_Missing_Required_Input_Is_Named()
    {
        var failure = Assert.Throws<ArgumentNullException>(() => new RequiringArgs().ToProperties());

        Assert.StartsWith(
            $"[Input] {typeof(RequiringArgs).FullName}.Name is required but was not given a value", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Missing_Required_Input_Fails_The_Resource_And_Does_Not_Hang()
    {
        var run = await Run.UpdateAsync(() => _ = new CustomResource("test:index:Thing", "a", new RequiringArgs(), null));

        Assert.Contains("Name is required but was not given a value", Assert.Single(run.Errors), StringComparison.Ordinal);
        Assert.Equal(32, run.ExitCode);
    }

    public static TheoryData<object, string> Texts => new()
    {
        { true, "true" },
        { "a", "\"a\"" },
        { (Input<bool>)true, "true" },
        { Output.Create(3), "3" },
        { (InputList<string>)new[] { "a", "b" }, """[ "a", "b" ]""" },
        { new InputMap<int> { ["a"] = 1 }, """{ "a": 1 }""" },
        { new NestedArgs { One = 1 }, """{ "one": 1 }""" },
        { "<a&b>", "\"\\u003ca&b\\u003e\"" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_Json_Input_Is_Sent_As_The_Formatters_Text(object value, string text)
    {
        var data = await Json(value)!.DataAsync();

        Assert.Equal((text, true, false), (data.Value, data.IsKnown, data.IsSecret));
    }

    [Fact]
    public void A_Missing_Json_Input_Stays_Missing() => Assert.Null(Json(null));

    [Fact]
    public async Task A_Known_Null_Is_Null_And_Not_The_Text_Null() =>
        Assert.Null((await Json(Make<string?>(null))!.DataAsync()).Value);

    [Fact]
    public async Task A_Json_Input_Keeps_The_State_Of_Its_Value()
    {
        var resource = Dependency("a");

        var data = await Json(Make(ImmutableArray.Create(1), isSecret: true, resources: resource))!.DataAsync();

        Assert.Equal(("[ 1 ]", true, true), (data.Value, data.IsKnown, data.IsSecret));
        Assert.Equal([resource], data.Resources);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_Unknown_Inside_Makes_The_Text_Unknown(bool isNested)
    {
        object value = isNested ? new NestedArgs { One = Unknown<int>() } : new InputList<int> { 1, Unknown<int>() };

        Assert.False((await Json(value)!.DataAsync()).IsKnown);
    }

    private static Output<string?>? Json(object? value) =>
        (Output<string?>?)new SampleArgs { Json = value }.ToProperties().ToDictionary()["json"];
}
