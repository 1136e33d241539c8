using System.Collections.Immutable;
using Dockerland.Contracts;

namespace Dockerland.Dns;

/// <summary>What a plan goes by, besides what is desired and what is there.</summary>
public sealed record PlanOptions
{
    /// <summary>Only records of this stack are changed; as groups have it in <see cref="TagKeys.Stack"/>.</summary>
    public required string Stack { get; init; }

    /// <inheritdoc cref="PlanScope"/>
    public required PlanScope Scope { get; init; }

    public PlanPolicy Policy { get; init; }

    /// <summary>Names that are taken over from whoever has them, if they are desired. Their A, AAAA and CNAME sets become what is desired: others of them go.</summary>
    public ImmutableHashSet<string> Adopt { get; init; } = [];
}
