using System.Collections.Immutable;

namespace Dockerland.Tests.Infra.Components;

/// <summary>What an alarm watches and whom it tells, in a line.</summary>
internal static class Alarms
{
    public const string Type = "aws:cloudwatch/metricAlarm:MetricAlarm";

    public static string Describe(Cloud cloud, string name)
    {
        var alarm = cloud.Require(Type, name).Inputs;
        var of = ((ImmutableDictionary<string, object>)alarm["dimensions"]).Single().Value;
        return $"{alarm["metricName"]} of {of} to {string.Join(", ", (ImmutableArray<object>)alarm["alarmActions"])}";
    }
}
