using Amazon.Runtime;
using Dockerland.Dns;

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
        catch (AmazonServiceException error) when (AccessDenied.Is(error))
        {
            throw new UpdaterException(AccessDenied.Describe(error, action, resource), error);
        }
        catch (Exception error) when (error is AmazonServiceException or AmazonClientException or HttpRequestException)
        {
            throw new UpdaterException($"{action} failed: {error.Message}", error);
        }
    }
}
