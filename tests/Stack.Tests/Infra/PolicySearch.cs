using System.Collections.Immutable;
using Pulumi.Testing;

namespace Dockerland.Tests.Infra;

/// <summary>Finds every place where a resource is given a policy, so that a new kind of one isn't overlooked.</summary>
internal static class PolicySearch
{
    public const string Permissions = "aws:iam/rolePolicy:RolePolicy policy";
    public const string Key = "aws:kms/key:Key policy";
    public const string Topic = "aws:sns/topicPolicy:TopicPolicy policy";
    public const string Queue = "aws:sqs/queuePolicy:QueuePolicy policy";
    public const string Trust = "aws:iam/role:Role assumeRolePolicy";

    /// <summary>The documents at one of the places above.</summary>
    public static IEnumerable<string> Documents(IEnumerable<MockResourceArgs> requests, string place) => requests
        .SelectMany(request => request.Inputs.Where(input => $"{request.Type} {input.Key}" == place))
        .Select(input => (string)input.Value);

    /// <summary>All other places: a type or an input that is called a policy, or a text that is one.</summary>
    public static IEnumerable<string> Others(MockResourceArgs request) =>
        Inputs(request.Type!, request.Inputs)
            .Where(input => IsPolicy(input.Place) || (input.Value is string text && text.Contains("\"Statement\"", StringComparison.Ordinal)))
            .Select(input => input.Place)
            .Except([Permissions, Trust, Key, Topic, Queue, .. NoPolicies]);

    // Other inputs of what is called a policy, and what is called one and allows nothing.
    private static readonly string[] NoPolicies =
    [
        "aws:ecr/lifecyclePolicy:LifecyclePolicy policy",
        "aws:ecr/lifecyclePolicy:LifecyclePolicy repository",
        "aws:iam/rolePolicy:RolePolicy role",
        "aws:sns/topicPolicy:TopicPolicy arn",
        "aws:sns/topicSubscription:TopicSubscription redrivePolicy",
        "aws:sqs/queuePolicy:QueuePolicy queueUrl",
    ];

    private static IEnumerable<(string Place, object Value)> Inputs(string place, object value) => value switch
    {
        ImmutableDictionary<string, object> map => map.SelectMany(entry => Inputs($"{place} {entry.Key}", entry.Value).Prepend(($"{place} {entry.Key}", entry.Value))),
        ImmutableArray<object> list => list.SelectMany(item => Inputs(place, item)),
        _ => [(place, value)],
    };

    /// <summary>A group's policies are about when and how many, and about nobody's rights.</summary>
    private static bool IsPolicy(string place) =>
        place.Contains("polic", StringComparison.OrdinalIgnoreCase) && !place.StartsWith("aws:autoscaling/", StringComparison.Ordinal);
}
