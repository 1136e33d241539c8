namespace Dockerland.Sdks.Generate.Aws.Models;

/// <summary>What a member holds.</summary>
internal abstract record TypeUse;

/// <summary>A plain value: <c>string</c>, <c>integer</c>, <c>long</c>, <c>float</c>, <c>double</c>, <c>boolean</c>, <c>timestamp</c> or <c>blob</c>.</summary>
/// <param name="Kind">The model's word for it.</param>
/// <param name="TimestampFormat">How a timestamp is written where that isn't the protocol's way.</param>
internal sealed record PlainType(string Kind, string? TimestampFormat = null) : TypeUse;

internal sealed record EnumerationType(string Name) : TypeUse;

internal sealed record StructureType(string Name) : TypeUse;

/// <param name="Element">What it holds; its name on the wire is that of an element.</param>
/// <param name="Flattened">Without an element around the elements.</param>
internal sealed record ListType(Member Element, bool Flattened) : TypeUse;

internal sealed record MapType(Member Key, Member Value, bool Flattened) : TypeUse;

/// <summary>A member of a structure, or what a list or a map holds.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="ModelName">The name in the model, which is the one on the wire if there is no other.</param>
internal sealed record Member(string Name, string ModelName, TypeUse Type)
{
    public bool Required { get; init; }

    /// <summary>The name on the wire.</summary>
    public string? LocationName { get; init; }

    /// <summary>Where it goes if not into the body: <c>uri</c>, <c>querystring</c>, <c>header</c>.</summary>
    public string? Location { get; init; }

    /// <summary>The name in a request of the EC2 protocol.</summary>
    public string? QueryName { get; init; }

    public string? XmlNamespace { get; init; }

    public bool IsAttribute { get; init; }

    /// <summary>A token that the client makes up if none is given.</summary>
    public bool IdempotencyToken { get; init; }

    public string WireName => LocationName ?? ModelName;
}

internal sealed record Structure(string Name, IReadOnlyList<Member> Members)
{
    /// <summary>The member that is the whole body.</summary>
    public string? Payload { get; init; }

    /// <summary>The name of the body's root element.</summary>
    public string? LocationName { get; init; }

    public string? XmlNamespace { get; init; }

    /// <summary>The element around the answer in the query protocol.</summary>
    public string? ResultWrapper { get; init; }

    /// <summary>What lies in the body.</summary>
    public IEnumerable<Member> Body => Members.Where(member => member.Location is null);
}

internal sealed record Enumeration(string Name, IReadOnlyList<string> Values);

/// <param name="Code">What the service calls it in an answer.</param>
/// <param name="Retryable">Whether a request that got it may be sent again, and then whether it says that there were too many; null where it says nothing.</param>
internal sealed record ErrorShape(string Name, string Code, Structure Structure, bool? Retryable);

/// <summary>How the pages of an answer follow each other; tokens of requests and answers belong together in order.</summary>
internal sealed record Pagination(
    IReadOnlyList<string> InputTokens, IReadOnlyList<string> OutputTokens, IReadOnlyList<string> ResultKeys, string? MoreResults);

internal sealed record Operation(string Name, Structure Input, Structure Output)
{
    public required string Method { get; init; }

    /// <summary>The path with its query, such as <c>/2013-04-01/change/{Id}</c>.</summary>
    public required string Uri { get; init; }

    public required IReadOnlyList<ErrorShape> Errors { get; init; }

    public Pagination? Pagination { get; init; }
}
