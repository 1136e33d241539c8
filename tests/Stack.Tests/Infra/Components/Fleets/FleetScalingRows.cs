using System.Collections.Immutable;
using Dockerland.Infra.Settings;
using static Dockerland.Tests.Infra.Components.Fleets.FleetRow;
using static Dockerland.Tests.Infra.Components.Fleets.FleetSample;

namespace Dockerland.Tests.Infra.Components.Fleets;

/// <summary>Settings of what changes a fleet's size, and of what is told of it.</summary>
internal static class FleetScalingRows
{
    public static ImmutableArray<FleetRow> All { get; } =
    [
        Of("Metrics", fleet => fleet with { Metrics = ["GroupMinSize"] },
            "Group web.enabledMetrics[0]: GroupDesiredCapacity → GroupMinSize",
            "Group web.enabledMetrics[1]: GroupInServiceInstances → none",
            "Group web.enabledMetrics[2]: GroupTotalInstances → none"),
        Of("Targets", fleet => fleet with { Targets = Sorted(("ASGAverageNetworkIn", 1e6)) },
            "+ Policy web-ASGAverageNetworkIn",
            "- Policy web-ASGAverageCPUUtilization"),
        Of("Steps", fleet => fleet with { Steps = fleet.Steps.Remove("idle") },
            "- MetricAlarm web-idle",
            "- Policy web-idle"),
        Step("Metric", step => step with { Metric = "NetworkOut" },
            "MetricAlarm web-busy.metricName: CPUUtilization → NetworkOut"),
        Step("Above", step => step with { Above = 90 },
            "MetricAlarm web-busy.threshold: 80 → 90"),
        Step("Below", step => step with { Above = null, Below = 80 },
            "MetricAlarm web-busy.comparisonOperator: GreaterThanOrEqualToThreshold → LessThanOrEqualToThreshold",
            "Policy web-busy.stepAdjustments[0].metricIntervalLowerBound: 0 → -10",
            "Policy web-busy.stepAdjustments[0].metricIntervalUpperBound: 10 → 0",
            "Policy web-busy.stepAdjustments[1].metricIntervalLowerBound: 10 → none",
            "Policy web-busy.stepAdjustments[1].metricIntervalUpperBound: none → -10"),
        Step("Periods", step => step with { Periods = 3 },
            "MetricAlarm web-busy.evaluationPeriods: 2 → 3"),
        Step("PeriodSeconds", step => step with { PeriodSeconds = 300 },
            "MetricAlarm web-busy.period: 60 → 300"),
        Step("Changes", step => step with { Changes = Distances((0, 3)) },
            "Policy web-busy.stepAdjustments[0].metricIntervalUpperBound: 10 → none",
            "Policy web-busy.stepAdjustments[0].scalingAdjustment: 1 → 3",
            "Policy web-busy.stepAdjustments[1].metricIntervalLowerBound: 10 → none",
            "Policy web-busy.stepAdjustments[1].scalingAdjustment: 2 → none"),
        Of("Schedules", fleet => fleet with { Schedules = fleet.Schedules.Clear() },
            "- Schedule web-night"),
        Schedule("Cron", action => action with { Cron = "0 23 * * *" },
            "Schedule web-night.recurrence: 0 22 * * * → 0 23 * * *"),
        Schedule("TimeZone", action => action with { TimeZone = "Europe/Zurich" },
            "Schedule web-night.timeZone: Etc/UTC → Europe/Zurich"),
        Schedule("Min", action => action with { Min = 0 },
            "Schedule web-night.minSize: -1 → 0"),
        Schedule("Max", action => action with { Max = 3 },
            "Schedule web-night.maxSize: -1 → 3"),
        Schedule("Desired", action => action with { Desired = null },
            "Schedule web-night.desiredCapacity: 1 → -1"),
    ];

    private static FleetRow Step(string member, Func<StepSettings, StepSettings> change, params string[] expected) =>
        Of($"Steps.{member}", fleet => fleet with { Steps = fleet.Steps.SetItem("busy", change(fleet.Steps["busy"])) }, expected);

    private static FleetRow Schedule(string member, Func<ScheduleSettings, ScheduleSettings> change, params string[] expected) =>
        Of($"Schedules.{member}", fleet => fleet with { Schedules = fleet.Schedules.SetItem("night", change(fleet.Schedules["night"])) }, expected);
}
