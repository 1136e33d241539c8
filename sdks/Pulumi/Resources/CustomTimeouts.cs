using System.Globalization;

namespace Pulumi;

/// <summary>How long a provider may take; null leaves it to the provider.</summary>
public sealed class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }

    internal static CustomTimeouts? Copy(CustomTimeouts? timeouts) => timeouts is null
        ? null
        : new() { Create = timeouts.Create, Update = timeouts.Update, Delete = timeouts.Delete };

    internal Rpc.RegisterResourceRequest.Types.CustomTimeouts ToWire() => new()
    {
        Create = ToGoDuration(Create),
        Update = ToGoDuration(Update),
        Delete = ToGoDuration(Delete),
    };

    // A tick is 100 ns.
    private static string ToGoDuration(TimeSpan? time) =>
        time is { } value ? value.Ticks.ToString(CultureInfo.InvariantCulture) + "00ns" : "";
}
