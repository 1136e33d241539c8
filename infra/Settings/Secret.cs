using Pulumi;

namespace Dockerland.Infra.Settings;

/// <summary>A secret setting. Its text leaves only as a secret output, so that no log, state or exception shows it.</summary>
public sealed class Secret
{
    /// <summary>What a plan shows in the place of a secret that nobody set.</summary>
    public const string NotSet = "<secret not set>";

    private readonly string? _value;

    private Secret(string? value) => _value = value;

    public static Secret Of(string value) => new(value);

    /// <summary>Stands in a plan for a secret that isn't set, so that the plan shows what would use it.</summary>
    public static Secret Missing { get; } = new(null);

    public Output<string> ToOutput() => _value is null ? Output.Create(NotSet) : Output.CreateSecret(_value);

    public override string ToString() => _value is null ? NotSet : "[secret]";
}
