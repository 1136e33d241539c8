using System.Collections.Immutable;

namespace Dockerland.Infra.Policies;

/// <summary>One permission: these actions on these resources. There is no way to write a denial or a wildcard action.</summary>
public sealed record Statement
{
    private const string AnyResource = "*";

    private Statement(string id, ImmutableArray<string> actions, ImmutableArray<string> resources)
    {
        Id = id;
        Actions = actions;
        Resources = resources;
    }

    public string Id { get; }
    public ImmutableArray<string> Actions { get; }
    public ImmutableArray<string> Resources { get; }

    /// <summary>Who is allowed it, in a resource's own policy; null in the policy of a role, which is about that role.</summary>
    public Principal? Principal { get; private init; }

    public ImmutableArray<Condition> Conditions { get; private init; } = [];

    /// <summary>Allows actions on the resources that are named.</summary>
    public static Statement On(string id, IEnumerable<string> resources, params ReadOnlySpan<string> actions)
    {
        var list = Sorted(resources);
        if (list.IsEmpty) throw new ArgumentException($"Statement '{id}' names no resource. Name at least one ARN.", nameof(resources));
        if (list.FirstOrDefault(resource => string.IsNullOrWhiteSpace(resource) || resource is AnyResource) is { } wrong)
            throw new ArgumentException($"Statement '{id}' has the resource '{wrong}'. Name the ARN, or use {nameof(OnAny)} for an action that takes none.", nameof(resources));

        return new(id, Checked(id, actions), list);
    }

    /// <summary>Allows actions that take no resource; only those in <see cref="UnscopedActions"/> do.</summary>
    public static Statement OnAny(string id, params ReadOnlySpan<string> actions)
    {
        var list = Checked(id, actions);
        if (list.FirstOrDefault(action => !UnscopedActions.Sources.ContainsKey(action)) is { } wrong)
            throw new ArgumentException($"Statement '{id}' allows '{wrong}' on every resource. Name the resources, or, if AWS gives the action none, add it to {nameof(UnscopedActions)} with its source.", nameof(actions));

        return new(id, list, [AnyResource]);
    }

    /// <summary>Allows actions on the key that the policy belongs to: in a key's policy, <c>*</c> is that key alone.</summary>
    public static Statement OnKey(string id, Principal principal, params ReadOnlySpan<string> actions)
    {
        var list = Checked(id, actions);
        if (list.FirstOrDefault(action => !action.StartsWith("kms:", StringComparison.Ordinal)) is { } wrong)
            throw new ArgumentException($"Statement '{id}' of a key's policy allows '{wrong}'. Name actions of kms only.", nameof(actions));

        return new(id, list, [AnyResource]) { Principal = principal };
    }

    /// <summary>The same for a principal, in a resource's own policy.</summary>
    public Statement For(Principal principal) => this with { Principal = principal };

    /// <summary>The same under further conditions.</summary>
    public Statement When(params IEnumerable<Condition> conditions)
    {
        var all = Conditions.AddRange(conditions);
        if (all.CountBy(condition => (condition.Test, condition.Key)).FirstOrDefault(test => test.Value > 1) is { Value: > 1 } twice)
            throw new ArgumentException($"Statement '{Id}' has two conditions {twice.Key.Test} on '{twice.Key.Key}'. Make one of their values: a document holds one of each.", nameof(conditions));

        return this with { Conditions = all };
    }

    private static ImmutableArray<string> Checked(string id, ReadOnlySpan<string> actions)
    {
        if (actions.IsEmpty) throw new ArgumentException($"Statement '{id}' allows no action. Name at least one.", nameof(actions));

        foreach (var action in actions)
            if (action.Contains('*', StringComparison.Ordinal) || action.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
                throw new ArgumentException($"Statement '{id}' has the action '{action}'. Write each action out as service:Action, without wildcards.", nameof(actions));

        return Sorted(actions.ToArray());
    }

    private static ImmutableArray<string> Sorted(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}
