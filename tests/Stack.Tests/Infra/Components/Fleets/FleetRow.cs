using Dockerland.Infra.Components;
using Dockerland.Infra.Settings;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>One member of <see cref="FleetArgs"/>, another value for it, and what the cloud is then asked differently.</summary>
/// <param name="Member">Its path, as <see cref="FleetMembers"/> has it.</param>
internal sealed record FleetRow(string Member, Func<FleetArgs, FleetArgs> Change, params string[] Expected)
{
    public static FleetRow Of(string member, Func<FleetSettings, FleetSettings> change, params string[] expected) =>
        new($"{nameof(FleetArgs.Settings)}.{member}", args => args with { Settings = change(args.Settings) }, expected);
}
