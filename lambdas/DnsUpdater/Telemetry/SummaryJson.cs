using System.Text.Json.Serialization;

namespace Dockerland.DnsUpdater.Telemetry;

/// <summary>Writers that the compiler writes; see <see cref="Events.EventJson"/>.</summary>
[JsonSerializable(typeof(RunSummary))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class SummaryJson : JsonSerializerContext;
