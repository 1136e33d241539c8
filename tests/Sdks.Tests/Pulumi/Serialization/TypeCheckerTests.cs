using System.Collections.Immutable;
using System.Text.Json;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Serialization;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

public sealed class TypeCheckerTests
{
    public enum LongSize : long
    {
        Small = 3,
    }

    [OutputType]
    internal sealed class WithoutConstructor
    {
        private WithoutConstructor()
        {
        }
    }

    [OutputType]
    internal sealed record Recursive(ImmutableArray<Recursive> Children);

    [OutputType]
    internal sealed record WithBadMember(ImmutableArray<DateTime> Times);

    [EnumType]
    internal readonly struct EnumWithoutConstructor
    {
        public static explicit operator string(EnumWithoutConstructor value) => "";
    }

    [EnumType]
#pragma warning disable CS9113, CA1815 // The shape is what is tested.
    internal readonly struct EnumOfTwoMinds(string value)
    {
        public static explicit operator double(EnumOfTwoMinds value) => 0;
    }
#pragma warning restore CS9113, CA1815

    [DiscriminatedUnionDiscriminator("kind")]
    [DiscriminatedUnionCase("cat", typeof(Cat))]
    internal interface IFoundling;

    private sealed class BadResource(string name) : CustomResource("test:index:Bad", name, ResourceArgs.Empty, null)
    {
        [Output("when")]
        public Output<DateTime> When { get; private set; } = null!;
    }

    private sealed class PlainResource(string name) : CustomResource("test:index:Plain", name, ResourceArgs.Empty, null)
    {
        [Output("name")]
        public string Name { get; private set; } = null!;
    }

    private sealed class SetterlessResource(string name) : CustomResource("test:index:Setterless", name, ResourceArgs.Empty, null)
    {
        [Output("name")]
        public Output<string> Name { get; } = null!;
    }

    [Theory]
    [InlineData(typeof(bool))]
    [InlineData(typeof(int))]
    [InlineData(typeof(double))]
    [InlineData(typeof(string))]
    [InlineData(typeof(object))]
    [InlineData(typeof(int?))]
    [InlineData(typeof(Asset))]
    [InlineData(typeof(Archive))]
    [InlineData(typeof(AssetOrArchive))]
    [InlineData(typeof(JsonElement))]
    [InlineData(typeof(Thing))]
    [InlineData(typeof(Color))]
    [InlineData(typeof(DayOfWeek))]
    [InlineData(typeof(Address))]
    [InlineData(typeof(Recursive))]
    [InlineData(typeof(IAnimal))]
    [InlineData(typeof(Union<int, Address>))]
    [InlineData(typeof(Output<string>))]
    [InlineData(typeof(ImmutableArray<ImmutableDictionary<string, Address?>>))]
    public void What_The_Wire_Can_Fill_Is_Accepted(Type type) => TypeChecker.Check("prop", type);

    [Theory]
    [InlineData(typeof(long))]
    [InlineData(typeof(DateTime))]
    [InlineData(typeof(DateTime?))]
    [InlineData(typeof(List<string>))]
    [InlineData(typeof(string[]))]
    [InlineData(typeof(ImmutableDictionary<int, string>))]
    [InlineData(typeof(ImmutableArray<DateTime>))]
    [InlineData(typeof(Union<int, DateTime>))]
    [InlineData(typeof(Output<DateTime>))]
    [InlineData(typeof(LongSize))]
    [InlineData(typeof(WithoutConstructor))]
    [InlineData(typeof(WithBadMember))]
    [InlineData(typeof(IDisposable))]
    [InlineData(typeof(EnumWithoutConstructor))]
    [InlineData(typeof(EnumOfTwoMinds))]
    [InlineData(typeof(IFoundling))]
    public void What_The_Wire_Cannot_Fill_Is_Refused_With_Its_Place(Type type)
    {
        var failure = Assert.Throws<InvalidOperationException>(() => TypeChecker.Check("prop", type));

        Assert.Contains("prop", failure.Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action, string> Bad => new()
    {
        { () => _ = new BadResource("a"), "When" },
        { () => _ = new PlainResource("a"), "was not an Output<T>" },
        { () => _ = new SetterlessResource("a"), "did not have a 'set' method" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_Resource_With_A_Bad_Output_Fails_At_Construction(Action create, string message)
    {
        Exception? thrown = null;
        (await Run.UpdateAsync(() => { thrown = Record.Exception(create); })).Succeeded();

        Assert.Contains(message, Assert.IsType<InvalidOperationException>(thrown).Message, StringComparison.Ordinal);
    }
}
