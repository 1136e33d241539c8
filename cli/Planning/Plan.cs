using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Dockerland.Cli.Planning;

/// <summary>What a stack would create, without anything that depends on the machine or the time.</summary>
/// <param name="Resources">A parent stands before its children; siblings are sorted by type and name.</param>
internal sealed record Plan(string Project, string Stack, ImmutableArray<PlannedResource> Resources, ImmutableSortedDictionary<string, JsonNode?> Outputs)
{
    /// <summary>What the AWS provider is told, by configuration key; null where the plan says nothing of it, as those of former versions.</summary>
    public ImmutableSortedDictionary<string, JsonNode?>? Provider { get; init; }

    /// <summary>Full key of each encrypted setting → what tells its ciphertext from others; null where the plan says nothing of them.</summary>
    public ImmutableSortedDictionary<string, string>? Secrets { get; init; }
}

/// <param name="Parent">URN of the parent; null for the stack itself.</param>
/// <param name="Depth">How many ancestors there are.</param>
/// <param name="Options">What isn't an input, but decides what happens to it: import, protect and so on.</param>
internal sealed record PlannedResource(
    string Urn,
    string? Parent,
    int Depth,
    string Type,
    string Name,
    bool Custom,
    ImmutableSortedDictionary<string, JsonNode?> Inputs,
    ImmutableSortedDictionary<string, JsonNode?> Options)
{
    /// <summary>Input → URNs of the resources whose outputs it is made of; inputs that need none are left out.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Dependencies { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}
