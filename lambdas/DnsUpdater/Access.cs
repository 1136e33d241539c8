using System.Net;
using Amazon.Runtime;

namespace Dockerland.DnsUpdater;

/// <summary>Calls to AWS whose failures say what to do.</summary>
internal static class Access
{
    /// <param name="action">As IAM calls it.</param>
    public static async Task<T> CallAsync<T>(string action, Func<Task<T>> call, string resource = "*")
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException error) when (error.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || error.ErrorCode is "UnauthorizedOperation" or "AccessDenied")
        {
            throw new UpdaterException($"Access denied: {action} on {resource}. Allow it in the policy of the credentials in use. AWS says: {error.Message}", error);
        }
        catch (AmazonClientException error)
        {
            throw new UpdaterException($"{action} failed: {error.Message}", error);
        }
    }
}
