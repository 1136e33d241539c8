using Amazon.EC2;
using Amazon.EC2.Model;
using Amazon.Runtime;
using Dockerland.Imds;

namespace Dockerland.MetadataAgent.Instance;

/// <summary>The instance's tags: by the metadata service, or by EC2 where the instance isn't allowed to see them there.</summary>
/// <param name="ec2">For a region.</param>
internal sealed class InstanceTags(ImdsClient imds, Func<string, IAmazonEC2> ec2)
{
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken) =>
        await imds.FindTagsAsync(cancellationToken) ?? await DescribeAsync(cancellationToken);

    private async Task<IReadOnlyDictionary<string, string>> DescribeAsync(CancellationToken cancellationToken)
    {
        using var client = ec2(await imds.ReadRegionAsync(cancellationToken));
        var request = new DescribeTagsRequest { Filters = [new() { Name = "resource-id", Values = [await imds.ReadInstanceIdAsync(cancellationToken)] }] };
        try
        {
            var tags = new SortedDictionary<string, string>(StringComparer.Ordinal);
            do
            {
                var page = await client.DescribeTagsAsync(request, cancellationToken);
                foreach (var tag in page.Tags ?? []) tags[tag.Key] = tag.Value ?? "";
                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
            return tags;
        }
        catch (AmazonServiceException error) when (error.ErrorCode is "UnauthorizedOperation" or "AccessDenied")
        {
            throw new AgentException(ExitCodes.NoPermission, $"The tags can't be read: the metadata service doesn't show them, and the instance's role may not call ec2:DescribeTags. Set InstanceMetadataTags to enabled, or allow that action.", error);
        }
        catch (AmazonClientException error) when (error.Message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal))
        {
            throw new AgentException(ExitCodes.NoPermission, "The tags can't be read: the metadata service doesn't show them, and the instance has no role to call ec2:DescribeTags with. Set InstanceMetadataTags to enabled, or give it a role that allows that action.", error);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new AgentException(ExitCodes.Unavailable, $"The tags can't be read: the metadata service doesn't show them, and ec2:DescribeTags failed: {error.Message}", error);
        }
    }
}
