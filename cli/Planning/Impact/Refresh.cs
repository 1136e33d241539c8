using System.Globalization;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning.Impact;

/// <summary>How many hosts a group may have.</summary>
internal readonly record struct GroupSize(int Least, int Most)
{
    public static GroupSize Of(PlannedResource group)
    {
        var (min, max, desired) = (group.Number("minSize") ?? 0, group.Number("maxSize") ?? 0, group.Number("desiredCapacity"));
        // Scaling may have made it another number, which a deployment leaves.
        return desired is { } fixedSize && !group.ListOption("ignoreChanges").Contains("desiredCapacity") ? new(fixedSize, fixedSize) : new(min, max);
    }

    public string Verb => Most == 1 ? "is" : "are";

    /// <summary>How many, without the word.</summary>
    public string Number => Least == Most ? string.Create(CultureInfo.InvariantCulture, $"{Least}") : string.Create(CultureInfo.InvariantCulture, $"{Least} to {Most}");

    public override string ToString() => (Least, Most) is (1, 1) ? "1 host" : $"{Number} hosts";
}

/// <summary>How an instance refresh goes through a group. What isn't said has the provider's defaults: 90 % and 100 %.</summary>
/// <param name="Warmup">Seconds until a new host counts.</param>
internal sealed record Refresh(int MinHealthy, int MaxHealthy, int Warmup, int[] Checkpoints, int Pause)
{
    public static Refresh Of(PlannedResource group)
    {
        const string Input = "instanceRefresh", Preferences = "preferences";
        return new(
            Number("minHealthyPercentage") ?? 90,
            Number("maxHealthyPercentage") ?? 100,
            Number("instanceWarmup") ?? group.Number("defaultInstanceWarmup") ?? group.Number("healthCheckGracePeriod") ?? 300,
            [.. (group.Input(Input, Preferences, "checkpointPercentages") as JsonArray ?? []).Select(share => int.Parse(share!.ToString(), CultureInfo.InvariantCulture))],
            Number("checkpointDelay") ?? 3600);

        int? Number(string name) => group.Number(Input, Preferences, name);
    }

    public IEnumerable<string> Describe(GroupSize size)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{Range(Batch(size.Least), Batch(size.Most))} at a time, {MinHealthy} to {MaxHealthy} % of them in service: {Order}");
        yield return $"takes about {Range(Minutes(size.Least), Minutes(size.Most))} minutes, and the time that hosts take to boot";
        var pauses = Checkpoints.Where(share => share < 100).ToArray();
        if (pauses.Length > 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"pauses for {Pause / 60} minutes when {string.Join(" and ", pauses)} % are replaced");
    }

    private string Order => (MinHealthy, MaxHealthy) switch
    {
        ( >= 100, > 100) => "a new host serves before an old one goes",
        (_, <= 100) => "old hosts go before new ones come",
        _ => "old hosts go while new ones come",
    };

    // As the documentation of RefreshPreferences has it: rounded up for the least, and always at least one.
    private int Batch(int hosts)
    {
        var least = (int)Math.Ceiling(hosts * MinHealthy / 100m);
        var most = (int)Math.Floor(hosts * MaxHealthy / 100m);
        return Math.Clamp(most - least, 1, Math.Max(hosts, 1));
    }

    private int Minutes(int hosts) => (int)Math.Ceiling((hosts + Batch(hosts) - 1) / Batch(hosts) * Warmup / 60m);

    private static string Range(int least, int most) =>
        least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");
}
