using System.Collections.Immutable;
using Dockerland.Tests.Sdks.Pulumi.Fakes;
using Pulumi;
using Pulumi.Serialization;
using static Dockerland.Tests.Sdks.Pulumi.Fakes.WireValue;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

/// <summary>Classes that outputs consist of.</summary>
[OutputType]
internal sealed class Place
{
    public readonly string Name;
    public readonly int? Number;
    public readonly ImmutableArray<Place> Inner;
    public readonly Output<string>? Later;

    [OutputConstructor]
    private Place(string name, int? number, [OutputConstructorParameter("in")] ImmutableArray<Place> inner, Output<string>? later) =>
        (Name, Number, Inner, Later) = (name, number, inner, later);
}

[OutputType]
internal sealed record Spot(string Name);

[OutputType]
internal sealed class Fussy
{
    [OutputConstructor]
    private Fussy(string name) => throw new ArgumentException($"'{name}' is refused.");
}

[DiscriminatedUnionDiscriminator("kind")]
[DiscriminatedUnionCase("cat", typeof(Cat))]
[DiscriminatedUnionCase("dog", typeof(Dog))]
internal interface IAnimal;

[OutputType]
internal sealed record Cat(string Kind, int Lives) : IAnimal;

[OutputType]
internal sealed record Dog(string Kind) : IAnimal;

public sealed class OutputTypeConversionTests
{
    private readonly List<string> _warnings = [];

    [Fact]
    public async Task An_Output_Type_Is_Filled_Through_Its_Constructor()
    {
        var place = Convert<Place>("""{"name":"a","number":3,"in":[{"name":"b"}],"later":"c","unheardOf":1}""");

        Assert.Equal(("a", 3, "b"), (place.Name, place.Number, place.Inner[0].Name));
        Assert.Equal("c", await place.Later!.ValueAsync());
        Assert.Empty(_warnings);
    }

    [Fact]
    public void What_Is_Missing_Is_The_Default()
    {
        var place = Convert<Place>("{}");

        Assert.Null(place.Name);
        Assert.Null(place.Number);
        Assert.Null(place.Later);
        Assert.True(place.Inner.IsDefault);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void A_Member_Of_Another_Type_Is_The_Default_And_A_Warning()
    {
        var place = Convert<Place>("""{"name":1,"number":3}""");

        Assert.Null(place.Name);
        Assert.Equal(3, place.Number);
        Assert.Contains("Place(name)", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_Sole_Public_Constructor_Will_Do() => Assert.Equal("a", Convert<Spot>("""{"Name":"a"}""").Name);

    [Fact]
    public void What_A_Constructor_Throws_Is_Not_Wrapped() =>
        Assert.Throws<ArgumentException>(() => Convert<Fussy>("""{"name":"a"}"""));

    [Fact]
    public void A_Discriminator_Chooses_The_Case()
    {
        Assert.IsType<Dog>(Convert<IAnimal>("""{"kind":"dog"}"""));
        Assert.IsType<Cat>(Convert<ImmutableArray<IAnimal>>("""[{"kind":"cat"}]""")[0]);
        Assert.Empty(_warnings);
    }

    [Theory]
    [InlineData("""{"kind":"cow"}""")]
    [InlineData("{}")]
    [InlineData("1")]
    public void An_Unheard_Of_Case_Is_Null_And_A_Warning(string json)
    {
        Assert.Null(Convert<IAnimal>(json));

        Assert.Contains("cat, dog", Assert.Single(_warnings), StringComparison.Ordinal);
    }

    private T Convert<T>(string json) => Converter.Convert<T>(_warnings.Add, "prop", Parse(json)).Value;
}
