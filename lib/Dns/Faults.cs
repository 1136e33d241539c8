using System.Collections.Frozen;
using System.Net;
using System.Xml;
using Amazon.Route53.Model;
using Amazon.Runtime;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What an exception of the client means.</summary>
internal static class Faults
{
    // Of a clock that is wrong: the client takes the server's time from the answer, and signs by it from then on.
    private static readonly FrozenSet<string> PassingCodes = FrozenSet.ToFrozenSet(
    [
        "Throttling", "ThrottlingException", "ThrottledException", "RequestThrottled", "RequestThrottledException", "RequestLimitExceeded", "TooManyRequestsException",
        "PriorRequestNotComplete", "ServiceUnavailable", "InternalError", "InternalFailure", "RequestTimeout", "RequestTimeoutException",
        "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture", "SignatureDoesNotMatch", "InvalidSignatureException",
    ],
    StringComparer.Ordinal);

    /// <summary>Whether the same call may go well later. What it asked for may have happened nevertheless.</summary>
    public static bool IsPassing(Exception error) => error switch
    {
        AmazonUnmarshallingException or HttpRequestException or IOException or XmlException or OperationCanceledException => true,
        // With a good status the answer couldn't be read; with none there was no answer.
        AmazonServiceException service => service.StatusCode is < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests || PassingCodes.Contains(service.ErrorCode ?? ""),
        AmazonClientException { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    /// <param name="action">Such as <c>ListResourceRecordSets</c>.</param>
    /// <param name="resource">An ARN.</param>
    public static DnsException Describe(Exception error, string action, string resource) => error switch
    {
        NoSuchHostedZoneException => new($"There is no hosted zone {resource[(resource.LastIndexOf('/') + 1)..]} in this account. Correct the id, which groups have in their tag {TagKeys.DomainMeta}, or use credentials of the zone's account.", error),
        AmazonServiceException service when AccessDenied.Is(service) => new(AccessDenied.Describe(service, $"route53:{action}", resource, "it, for these names and types,"), error) { IsRefusal = true },
        InvalidChangeBatchException { Messages: { Count: > 0 } messages } => new($"Route53 refused {action} on {resource}: {string.Join("; ", messages)}", error) { IsRefusal = true },
        AmazonServiceException service => new($"Route53 refused {action} on {resource}: {service.Message}", error) { IsRefusal = true },
        _ => new($"{action} on {resource} failed: {error.Message}", error),
    };
}
