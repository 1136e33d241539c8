using System.Collections.Immutable;
using System.Globalization;

namespace Dockerland.Infra.Settings;

/// <summary>Reads what changes a fleet's size.</summary>
internal static class ScalingReader
{
    private const string Cpu = "ASGAverageCPUUtilization";
    private const int SecondsPerDay = 86_400;

    /// <summary>Those that need no load balancer.</summary>
    private static readonly ImmutableArray<string> Predefined = [Cpu, "ASGAverageNetworkIn", "ASGAverageNetworkOut"];

    public static ImmutableSortedDictionary<string, double> Targets(ConfigSection fleet)
    {
        var section = fleet.Section("targets", Predefined);
        return Predefined
            .Select(metric => (Metric: metric, Value: section?.Real(metric, 1, metric is Cpu ? 100 : 1e12, 50)))
            .Where(target => target.Value is not null)
            .ToImmutableSortedDictionary(target => target.Metric, target => target.Value ?? 0, StringComparer.Ordinal);
    }

    public static ImmutableSortedDictionary<string, StepSettings> Steps(ConfigSection fleet) =>
        fleet.Named("steps", "policy", HostRules.AgentName, ReadStep);

    public static ImmutableSortedDictionary<string, ScheduleSettings> Schedules(ConfigSection fleet) =>
        fleet.Named("schedules", "schedule", HostRules.AgentName, ReadSchedule);

    private static StepSettings ReadStep(string name, ConfigSection steps)
    {
        var defaults = new StepSettings();
        if (steps.Section(name, SettingKeys.Of<StepSettings>()) is not { } section) return defaults;

        var step = new StepSettings
        {
            Metric = section.Text("metric", defaults.Metric, defaults.Metric, Rules.Word),
            Above = section.Real("above", 0, 1e15, 80),
            Below = section.Real("below", 0, 1e15, 20),
            Periods = section.Number("periods", defaults.Periods, 1, 100),
            PeriodSeconds = section.Number("periodSeconds", defaults.PeriodSeconds, 60, SecondsPerDay),
            Changes = Changes(section),
        };
        section.RequireOne("above", "below", "a policy");
        if (step.PeriodSeconds % 60 is not 0)
            section.Refuse("periodSeconds", $"{step.PeriodSeconds}", "is not whole minutes", $"{step.PeriodSeconds / 60 * 60}");
        else if (section.IsSound("periods") && step.Periods * step.PeriodSeconds > SecondsPerDay)
            section.Refuse("periods", $"{step.Periods}", $"makes more than a day with {section.FullKey("periodSeconds")} '{step.PeriodSeconds}'", $"{SecondsPerDay / step.PeriodSeconds}");
        return step;
    }

    private static ImmutableSortedDictionary<int, int> Changes(ConfigSection step)
    {
        var texts = step.Texts("changes", ChangeProblem);
        if (texts.IsEmpty && step.IsSound("changes") && (step.Has("changes") || !step.Mentions("changes")))
            step.Report($"{step.FullKey("changes")} is not set", $"Set it: pulumi config set --path '{step.FullKey("changes")}[\"0\"]' 1");
        else if (step.IsSound("changes") && !texts.ContainsKey("0"))
            step.Report($"{step.FullKey("changes")} begins at '{texts.Keys.Select(ToNumber).Min()}'; the first distance is 0", ConfigSection.InFile);

        return texts.Where(change => ChangeProblem(change.Key, change.Value) is null).ToImmutableSortedDictionary(change => ToNumber(change.Key), change => ToNumber(change.Value));
    }

    private static string? ChangeProblem(string distance, string hosts) =>
        ConfigNumbers.Whole(distance) is null or < 0 || distance != ToNumber(distance).ToString(CultureInfo.InvariantCulture) ? "has a distance that is not a whole number from 0 on"
        : ConfigNumbers.Whole(hosts) is null or 0 or < -FleetReader.MostHosts or > FleetReader.MostHosts ? $"is not a number of hosts, from -{FleetReader.MostHosts} to {FleetReader.MostHosts} without 0"
        : null;

    private static int ToNumber(string text) => ConfigNumbers.Whole(text) ?? 0;

    private static ScheduleSettings ReadSchedule(string name, ConfigSection schedules)
    {
        if (schedules.Section(name, SettingKeys.Of<ScheduleSettings>()) is not { } section) return new() { Cron = "" };

        var schedule = new ScheduleSettings
        {
            Cron = section.Text("cron", null, "0 8 * * MON-FRI", TimeRules.Cron),
            TimeZone = section.Text("timeZone", "Etc/UTC", "Europe/Zurich", TimeRules.TimeZone),
            Min = section.OptionalNumber("min", 0, FleetReader.MostHosts, 1),
            Max = section.OptionalNumber("max", 0, FleetReader.MostHosts, 2),
            Desired = section.OptionalNumber("desired", 0, FleetReader.MostHosts, 1),
        };
        if (!section.Mentions("min") && !section.Mentions("max") && !section.Mentions("desired"))
            section.Report($"{section.FullKey("desired")}, min and max are all missing; a schedule sets at least one of them", ConfigSection.InFile);
        if (schedule.Min > schedule.Max)
            section.Refuse("min", $"{schedule.Min}", $"is more than {section.FullKey("max")} '{schedule.Max}'", $"{schedule.Max}");
        else if (schedule.Desired < schedule.Min)
            section.Refuse("desired", $"{schedule.Desired}", $"is less than {section.FullKey("min")} '{schedule.Min}'", $"{schedule.Min}");
        else if (schedule.Desired > schedule.Max)
            section.Refuse("desired", $"{schedule.Desired}", $"is more than {section.FullKey("max")} '{schedule.Max}'", $"{schedule.Max}");
        return schedule;
    }
}
