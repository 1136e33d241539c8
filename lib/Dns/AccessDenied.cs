using System.Net;
using Amazon.Runtime;

namespace Dockerland.Dns;

/// <summary>The credentials in use may not do what was asked.</summary>
public static class AccessDenied
{
    public static bool Is(AmazonServiceException error) =>
        error.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || error.ErrorCode is "AccessDenied" or "AccessDeniedException" or "UnauthorizedOperation";

    /// <param name="action">As IAM calls it.</param>
    /// <param name="resource">An ARN, or what stands for it.</param>
    /// <param name="what">The object of "allow".</param>
    public static string Describe(AmazonServiceException error, string action, string resource, string what = "it") =>
        $"Access denied: {action} on {resource}. Allow {what} in the policy of the credentials in use. AWS says: {error.Message}";
}
