using System.Collections.Immutable;
using Pulumi;
using Pulumi.Aws.CloudWatch;

namespace Dockerland.Infra.Components;

/// <summary>An alarm on a metric that is zero as long as all is well.</summary>
internal static class FailureAlarm
{
    public static MetricAlarm Create(Resource parent, string name, FailureAlarmArgs args)
    {
        var actions = args.Actions.Select(action => (Input<string>)action).ToArray();
        return new(name, new()
        {
            AlarmDescription = args.Description,
            Namespace = args.Namespace,
            MetricName = args.Metric,
            Dimensions = { { args.Dimension, args.Of } },
            Statistic = args.Statistic,
            Period = args.PeriodSeconds,
            EvaluationPeriods = 1,
            ComparisonOperator = "GreaterThanThreshold",
            Threshold = 0,
            // Most of these metrics are there only when something happens.
            TreatMissingData = "notBreaching",
            AlarmActions = actions,
            OkActions = actions,
        }, new() { Parent = parent });
    }
}

/// <summary>What a <see cref="FailureAlarm"/> looks at.</summary>
internal sealed record FailureAlarmArgs
{
    /// <summary>What it means and what to do, for who is woken by it.</summary>
    public required string Description { get; init; }

    public required string Namespace { get; init; }
    public required string Metric { get; init; }
    public required string Dimension { get; init; }

    /// <summary>The value of <see cref="Dimension"/>.</summary>
    public required Output<string> Of { get; init; }

    /// <summary><c>Sum</c> for what is counted as it happens, <c>Maximum</c> for what is there.</summary>
    public string Statistic { get; init; } = "Sum";

    /// <summary>How long is looked at; longer than it takes until the metric has another value.</summary>
    public int PeriodSeconds { get; init; } = 60;

    public required ImmutableArray<Output<string>> Actions { get; init; }
}
