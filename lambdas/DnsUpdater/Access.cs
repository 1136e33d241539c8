using System.Net;
using Amazon.Runtime;

namespace Dockerland.DnsUpdater;

/// <summary>Calls to AWS whose failures say what to do.</summary>
internal static class Access
{
    private static readonly string[] Invalid = ["AuthFailure", "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException"];

    /// <param name="action">As IAM calls it.</param>
    public static async Task<T> CallAsync<T>(string action, Func<Task<T>> call, string resource = "*")
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException error) when (Invalid.Contains(error.ErrorCode))
        {
            throw new UpdaterException($"AWS doesn't take the credentials in use: {error.Message} Renew them, or set the clock of this machine.", error);
        }
        catch (AmazonServiceException error) when (error.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || error.ErrorCode is "UnauthorizedOperation" or "AccessDenied")
        {
            throw new UpdaterException($"Access denied: {action} on {resource}. Allow it in the policy of the credentials in use. AWS says: {error.Message}", error);
        }
        catch (Exception error) when (error is AmazonClientException or HttpRequestException)
        {
            throw new UpdaterException($"{action} failed: {error.Message}", error);
        }
    }
}
