using System.Globalization;
using System.Text.Json.Nodes;
using Dockerland.Imds;

namespace Dockerland.MetadataAgent.Host.Notices;

/// <summary>Asks the metadata service what is to become of this host.</summary>
internal sealed class NoticeReader(ImdsClient imds)
{
    /// <exception cref="ImdsException">It doesn't say.</exception>
    public async Task<HostNotices> ReadAsync(CancellationToken cancellationToken) => new(
        Parse(await imds.FindAsync("spot/instance-action", cancellationToken)),
        await imds.FindAsync("events/recommendations/rebalance", cancellationToken) is not null,
        (await imds.FindAsync("autoscaling/target-lifecycle-state", cancellationToken))?.Trim());

    /// <summary>A notice that can't be read is one all the same: two minutes are the least that EC2 gives.</summary>
    internal static SpotNotice? Parse(string? text)
    {
        if (text is null) return null;
        try
        {
            var notice = JsonNode.Parse(text)!;
            return new((string)notice["action"]!, DateTimeOffset.Parse((string)notice["time"]!, CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is System.Text.Json.JsonException or FormatException or InvalidOperationException or ArgumentException or NullReferenceException)
        {
            throw new ImdsException($"The metadata service's spot/instance-action can't be read: '{text}'.", error);
        }
    }
}
