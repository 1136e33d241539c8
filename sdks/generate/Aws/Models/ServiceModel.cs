namespace Dockerland.Sdks.Generate.Aws.Models;

/// <summary>The ways in which services speak.</summary>
internal enum Protocol
{
    Query,
    Ec2,
    RestXml,
    Json,
}

/// <summary>Everything that is generated from: the cut model with the official SDK's names. Clients and servers are written from the same.</summary>
internal sealed record ServiceModel(ServiceEntry Entry, ServiceMetadata Metadata)
{
    public required IReadOnlyList<Operation> Operations { get; init; }

    public required IReadOnlyDictionary<string, Structure> Structures { get; init; }

    public required IReadOnlyList<Enumeration> Enumerations { get; init; }

    public required IReadOnlyList<ErrorShape> Errors { get; init; }

    /// <summary>Such as <c>Route53</c>, for <c>Amazon.Route53</c>.</summary>
    public string Name => Entry.Package["AWSSDK.".Length..];

    public string Namespace => "Amazon." + Name;

    public string Client => $"Amazon{Entry.Client}Client";

    public string Interface => "IAmazon" + Entry.Client;

    public string Config => $"Amazon{Entry.Client}Config";

    public string Exception => $"Amazon{Entry.Client}Exception";

    public string Request => $"Amazon{Entry.Client}Request";

    public IEnumerable<Operation> Paginated => Operations.Where(operation => operation.Pagination is not null);
}

/// <param name="Protocol">How requests and answers are written.</param>
/// <param name="ApiVersion">Such as <c>2013-04-01</c>.</param>
/// <param name="EndpointPrefix">The first part of the endpoint's host.</param>
/// <param name="SigningName">The service's name in signatures.</param>
/// <param name="ServiceId">The service's name in settings, such as <c>Route 53</c>.</param>
internal sealed record ServiceMetadata(Protocol Protocol, string ApiVersion, string EndpointPrefix, string SigningName, string ServiceId, string Uid)
{
    /// <summary>What is before the operation's name in a JSON request's <c>X-Amz-Target</c>.</summary>
    public string? TargetPrefix { get; init; }

    public string? JsonVersion { get; init; }
}
