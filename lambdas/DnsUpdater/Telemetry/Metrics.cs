using System.Text.Json;
using Dockerland.Contracts;

namespace Dockerland.DnsUpdater.Telemetry;

/// <summary>
/// Metrics in CloudWatch's embedded format: a line of the log becomes a metric, and no call is needed.
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html
/// </summary>
internal sealed class Metrics(Log log, TimeProvider time, string stack)
{
    private const string Count = "Count";

    public void Write(RunSummary summary, TimeSpan oldest)
    {
        var values = new List<Metric>
        {
            new(UpdaterMetrics.Changes, summary.Changes.Length, Count),
            new(UpdaterMetrics.NoOpRuns, summary.IsNoOp ? 1 : 0, Count),
            new(UpdaterMetrics.Problems, summary.Problems.Length + summary.Failures.Length, Count),
            new(UpdaterMetrics.RecordsWithoutHosts, summary.RecordsWithoutHosts.Length, Count),
            new(UpdaterMetrics.OldestDifference, oldest.TotalSeconds, "Seconds"),
        };
        if (summary.Latency is { } latency) values.Add(new(UpdaterMetrics.Latency, latency.TotalMilliseconds, "Milliseconds"));
        Write(values, null);
        foreach (var (reason, count) in summary.Skipped)
            Write([new(UpdaterMetrics.Skipped, count, Count)], reason);
    }

    private void Write(List<Metric> metrics, string? reason) => log.Raw(json =>
    {
        json.WriteStartObject("_aws");
        json.WriteNumber("Timestamp", time.GetUtcNow().ToUnixTimeMilliseconds());
        json.WriteStartArray("CloudWatchMetrics");
        json.WriteStartObject();
        json.WriteString("Namespace", UpdaterMetrics.Namespace);
        WriteDimensions(json, reason);
        json.WriteStartArray("Metrics");
        foreach (var metric in metrics)
        {
            json.WriteStartObject();
            json.WriteString("Name", metric.Name);
            json.WriteString("Unit", metric.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteString(UpdaterMetrics.Stack, stack);
        if (reason is not null) json.WriteString(UpdaterMetrics.Reason, reason);
        foreach (var metric in metrics) json.WriteNumber(metric.Name, metric.Value);
    });

    private static void WriteDimensions(Utf8JsonWriter json, string? reason)
    {
        json.WriteStartArray("Dimensions");
        json.WriteStartArray();
        json.WriteStringValue(UpdaterMetrics.Stack);
        if (reason is not null) json.WriteStringValue(UpdaterMetrics.Reason);
        json.WriteEndArray();
        json.WriteEndArray();
    }

    private sealed record Metric(string Name, double Value, string Unit);
}
