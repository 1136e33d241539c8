using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>A resource's name across all stacks: <c>urn:pulumi:STACK::PROJECT::QUALIFIED_TYPE::NAME</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <exception cref="ArgumentException">when the text is empty</exception>
    public Urn(string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException("URN cannot be null or empty.", nameof(value));
        }

        _value = value;
    }

    public static implicit operator string(Urn value) => value._value;

    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN that a resource of this name and type has below a parent.</summary>
    /// <exception cref="ArgumentException">when both forms of a parent are given</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");
        }

        var parentOutput = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = parentOutput is null
            ? Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::")
            : parentOutput.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$");
        return Output.Format($"{prefix}{type}::{name}");
    }

    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => _value;

    /// <summary>The resource's own type: the last of the qualified type's.</summary>
    internal static string TypeOf(string urn) => urn.Split("::", 4)[2].Split('$')[^1];

    /// <summary>The resource's name, which may itself hold "::".</summary>
    internal static string NameOf(string urn) => urn.Split("::", 4)[3];
}
