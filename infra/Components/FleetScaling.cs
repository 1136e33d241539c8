using System.Collections.Immutable;
using System.Globalization;
using Dockerland.Infra.Settings;
using Pulumi;
using Pulumi.Aws.AutoScaling;
using Pulumi.Aws.AutoScaling.Inputs;
using Pulumi.Aws.CloudWatch;

namespace Dockerland.Infra.Components;

/// <summary>What changes a fleet's size by itself: a metric held to a value, steps beyond a threshold, times of day.</summary>
internal static class FleetScaling
{
    /// <summary>How a scheduled action says that it leaves a number as it is.</summary>
    private const int Unchanged = -1;

    public static void Create(string name, FleetSettings settings, Output<string> groupName, CustomResourceOptions options)
    {
        foreach (var (metric, value) in settings.Targets) _ = new Policy($"{name}-{metric}", Target(metric, value, groupName), options);
        foreach (var (step, steps) in settings.Steps)
        {
            var policy = new Policy($"{name}-{step}", Steps(steps, settings.Replacement, groupName), options);
            _ = new MetricAlarm($"{name}-{step}", Alarm(steps, groupName, policy.Arn), options);
        }

        foreach (var (schedule, action) in settings.Schedules) _ = new Schedule($"{name}-{schedule}", Scheduled(schedule, action, groupName), options);
    }

    private static PolicyArgs Target(string metric, double value, Output<string> groupName) => new()
    {
        AutoscalingGroupName = groupName,
        PolicyType = "TargetTrackingScaling",
        TargetTrackingConfiguration = new PolicyTargetTrackingConfigurationArgs
        {
            PredefinedMetricSpecification = new PolicyTargetTrackingConfigurationPredefinedMetricSpecificationArgs { PredefinedMetricType = metric },
            TargetValue = value,
        },
    };

    private static PolicyArgs Steps(StepSettings settings, ReplacementSettings replacement, Output<string> groupName) => new()
    {
        AutoscalingGroupName = groupName,
        PolicyType = "StepScaling",
        AdjustmentType = "ChangeInCapacity",
        MetricAggregationType = "Average",
        EstimatedInstanceWarmup = replacement.WarmupSeconds,
        StepAdjustments = Adjustments(settings),
    };

    private static MetricAlarmArgs Alarm(StepSettings settings, Output<string> groupName, Output<string> policyArn) => new()
    {
        AlarmDescription = "Changes the size of a fleet",
        Namespace = "AWS/EC2",
        MetricName = settings.Metric,
        Dimensions = { { "AutoScalingGroupName", groupName } },
        Statistic = "Average",
        ComparisonOperator = settings.Above is null ? "LessThanOrEqualToThreshold" : "GreaterThanOrEqualToThreshold",
        Threshold = settings.Above ?? settings.Below!.Value,
        EvaluationPeriods = settings.Periods,
        Period = settings.PeriodSeconds,
        AlarmActions = { policyArn },
    };

    /// <summary>From each distance to the next, and from the last on. Below a threshold, distances go down.</summary>
    private static InputList<PolicyStepAdjustmentArgs> Adjustments(StepSettings settings)
    {
        var distances = settings.Changes.Keys.ToImmutableArray();
        return distances.Select((distance, index) =>
        {
            int? next = index + 1 < distances.Length ? distances[index + 1] : null;
            return new PolicyStepAdjustmentArgs
            {
                ScalingAdjustment = settings.Changes[distance],
                MetricIntervalLowerBound = settings.Above is null ? Bound(-next) : Bound(distance),
                MetricIntervalUpperBound = settings.Above is null ? Bound(-distance) : Bound(next),
            };
        }).ToArray();
    }

    private static Input<string>? Bound(int? distance) => distance is { } bound ? bound.ToString(CultureInfo.InvariantCulture) : null;

    private static ScheduleArgs Scheduled(string name, ScheduleSettings settings, Output<string> groupName) => new()
    {
        AutoscalingGroupName = groupName,
        ScheduledActionName = name,
        Recurrence = settings.Cron,
        TimeZone = settings.TimeZone,
        MinSize = settings.Min ?? Unchanged,
        MaxSize = settings.Max ?? Unchanged,
        DesiredCapacity = settings.Desired ?? Unchanged,
    };
}
