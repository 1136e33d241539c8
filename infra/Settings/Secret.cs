using Pulumi;

namespace Dockerland.Infra.Settings;

/// <summary>A secret setting. Its text leaves only as a secret output, so that no log, state or exception shows it.</summary>
public sealed class Secret
{
    private const string NotSet = "<secret not set>";

    private readonly string? _value;

    private Secret(string? value) => _value = value;

    public static Secret Of(string value) => new(value);

    /// <summary>
    /// Stands in a plan for a secret that isn't set, so that the plan shows what would use it: as any other secret, since one that is set
    /// isn't known to a plan either.
    /// </summary>
    public static Secret Missing { get; } = new(null);

    public Output<string> ToOutput() => Output.CreateSecret(_value ?? NotSet);

    public override string ToString() => _value is null ? NotSet : "[secret]";
}
