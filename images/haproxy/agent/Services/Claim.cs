using System.Collections.Immutable;
using Dockerland.HaproxyAgent.Servers;

namespace Dockerland.HaproxyAgent.Services;

/// <summary>What a source says of one that answers to names.</summary>
/// <param name="Owner">What it is called.</param>
/// <param name="Kind">What it is one of, such as an image without its version: those of one kind share a name, others don't.</param>
/// <param name="Server">Null for one that starts or stops: it holds its names, and gets no requests.</param>
internal sealed record Claim(ImmutableArray<ServiceName> Names, string Owner, string Kind, Server? Server)
{
    /// <summary>Whether it runs on this host.</summary>
    public bool IsLocal { get; init; }

    /// <summary>Since when it is there: a name that two kinds claim is the older one's.</summary>
    public DateTimeOffset Since { get; init; }
}

/// <summary>All that a source says.</summary>
/// <param name="Problems">A sentence for each that can't be a server; it keeps no other out.</param>
internal sealed record Claims(ImmutableArray<Claim> All, ImmutableArray<string> Problems);
