using Pulumi;

namespace Dockerland.Tests.Sdks.Pulumi.Serialization;

/// <summary>An enum of texts, as generated code has them.</summary>
[EnumType]
internal readonly struct Color : IEquatable<Color>
{
    private readonly string _value;

    private Color(string value) => _value = value;

    public static Color Red { get; } = new("red");

    public static explicit operator string(Color value) => value._value;

    public static bool operator ==(Color left, Color right) => left.Equals(right);

    public static bool operator !=(Color left, Color right) => !left.Equals(right);

    public bool Equals(Color other) => _value == other._value;

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}

/// <summary>An enum of numbers.</summary>
[EnumType]
internal readonly struct Level : IEquatable<Level>
{
    private readonly double _value;

    private Level(double value) => _value = value;

    public static Level High { get; } = new(2.5);

    public static explicit operator double(Level value) => value._value;

    public static bool operator ==(Level left, Level right) => left.Equals(right);

    public static bool operator !=(Level left, Level right) => !left.Equals(right);

    public bool Equals(Level other) => _value.Equals(other._value);

    public override bool Equals(object? obj) => obj is Level other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode();
}

/// <summary>An output type; all its read-only fields go over the wire, a private one too.</summary>
[OutputType]
internal sealed class Address
{
    public readonly string Street;
    public readonly int Number;
    public string Mutable;
    private readonly string hidden;

    [OutputConstructor]
    private Address(string street, int number, string? note)
    {
        Street = street;
        Number = number;
        Mutable = note ?? "not sent";
        hidden = "hidden";
    }

    public Address(string street, int number)
        : this(street, number, null)
    {
    }

    public override string ToString() => $"{Street} {Number} {Mutable} {hidden}";
}

internal sealed class NestedArgs : ResourceArgs
{
    [Input("one")]
    public Input<int>? One { get; set; }

    [Input("two")]
    public Input<int>? Two { get; set; }

    [Input("nested")]
    public Input<NestedArgs>? Nested { get; set; }
}
