using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace Dockerland.DnsUpdater.Events;

/// <summary>Readers of events that the compiler writes: reflection would cost the first event its time.</summary>
[JsonSerializable(typeof(SNSEvent.SNSRecord))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, PropertyNameCaseInsensitive = true)]
internal sealed partial class EventJson : JsonSerializerContext;
